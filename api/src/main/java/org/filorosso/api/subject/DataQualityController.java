package org.filorosso.api.subject;

import java.util.Map;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.DatabaseClock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How good the data are, and what the gaps cost. */
@RestController
class DataQualityController {
    private final Database database;
    private final DatabaseClock clock;
    private final LivePlaybooks playbooks;
    private final Dictionaries dictionaries;
    private final ObjectProvider<LostCandidates> lost;

    DataQualityController(
            Database database,
            DatabaseClock clock,
            LivePlaybooks playbooks,
            Dictionaries dictionaries,
            ObjectProvider<LostCandidates> lost) {
        this.database = database;
        this.clock = clock;
        this.playbooks = playbooks;
        this.dictionaries = dictionaries;
        this.lost = lost;
    }

    @GetMapping("/v1/data-quality")
    DataQuality.Report report(@RequestParam(required = false) @Nullable String playbook) {
        LivePlaybook live = playbooks.named(playbook);
        LostCandidates cost = lost.getIfAvailable(() -> asked -> new LostCandidates.Sample(0, Map.of()));
        return new DataQuality(database, dictionaries.of(live.playbook()), live, clock.instant()).report(cost.of(live));
    }
}
