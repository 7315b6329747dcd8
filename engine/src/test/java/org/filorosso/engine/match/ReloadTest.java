package org.filorosso.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Hazard: every reload of a playbook defines classes, and a service that reloads for months runs out of memory. */
class ReloadTest {

    private static final int RELOADS = 50;

    @Test
    void reloadsDefineNoClasses() {
        IntStream.range(0, 5).forEach(ReloadTest::reload);
        ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
        long before = classes.getTotalLoadedClassCount();
        IntStream.range(0, RELOADS).forEach(ReloadTest::reload);
        assertThat(classes.getTotalLoadedClassCount() - before).isLessThan(RELOADS);
    }

    private static void reload(int seed) {
        assertThat(Agreement.on(MatchersAgreeTest.playbook(seed)).differences()).isEmpty();
    }
}
