package org.filorosso.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.filorosso.engine.playbook.Playbook;
import org.junit.jupiter.api.Test;

/** Hazard: threads that share one matcher write into each other's answers. */
class SharingMatcherTest {

    private static final int THREADS = 4;
    private static final int CUSTOMERS = 500;

    @Test
    void threadsShareOneMatcher() throws Exception {
        Playbook playbook = MatchersAgreeTest.playbook(7);
        DroolsMatcher shared = DroolsMatcher.of(playbook);
        List<BitSet> expected = all(PlainMatcher.of(playbook), playbook);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            Callable<List<BitSet>> work = () -> all(shared, playbook);
            for (Future<List<BitSet>> one : threads.invokeAll(
                    IntStream.range(0, THREADS).mapToObj(i -> work).toList())) {
                assertThat(one.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<BitSet> all(Matcher matcher, Playbook playbook) {
        FactLayout layout = FactLayout.of(playbook);
        return IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> new RandomScope(new Random(i)).fact(layout))
                .map(fact -> Rows.matching(matcher, playbook, fact))
                .toList();
    }
}
