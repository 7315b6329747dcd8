package org.filorosso.api.drill;

import java.nio.file.Path;
import java.util.List;
import org.filorosso.engine.golden.PlaybookVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hazard: a drill cannot be run because its playbook is refused. */
class SmallPlaybookTest {

    @Test
    void everyPlaybookOfTheDrillsMayBePublished(@TempDir Path folder) {
        for (SmallPlaybook small : List.of(
                CapsAreExact.PLAYBOOK, ContactCounts.PLAYBOOK, Publishing.revision("a"), Publishing.revision("b"))) {
            Path playbooks = small.into(folder.resolve(small.name() + small.hashCode()));
            PlaybookVerifier.of(playbooks.resolve(small.name())).allGoldenCustomersPass();
        }
    }
}
