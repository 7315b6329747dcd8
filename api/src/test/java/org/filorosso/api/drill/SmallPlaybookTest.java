package org.filorosso.api.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.PlaybookReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hazard: a drill cannot be run because its playbook is refused. */
class SmallPlaybookTest {

    @Test
    void everyPlaybookOfTheDrillsLoads(@TempDir Path folder) {
        for (SmallPlaybook small : List.of(
                CapsAreExact.PLAYBOOK, ContactCounts.PLAYBOOK, Publishing.revision("a"), Publishing.revision("b"))) {
            Path playbooks = small.into(folder.resolve(small.name() + small.hashCode()));
            Playbook playbook = PlaybookReader.read(playbooks.resolve(small.name()), LocalDate.EPOCH)
                    .orThrow();
            assertThat(playbook.name()).isEqualTo(small.name());
        }
    }
}
