package org.filorosso.api.run;

import org.filorosso.api.decision.OutboundContacts;
import org.filorosso.api.ops.ServiceSettings;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.DatabaseClock;
import org.filorosso.api.store.Lookout;
import org.filorosso.api.store.Schema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The parts that make outbound runs. */
@Configuration(proxyBeanMethods = false)
class RunConfiguration {
    private static final String FOLDER = "runs";

    @Bean
    RunStore runStore(Database database) {
        return new RunStore(database);
    }

    @Bean
    ContactStore contactStore(Database database) {
        return new ContactStore(database);
    }

    @Bean
    RunWorker runWorker(
            Database database,
            OutboundContacts outbound,
            LivePlaybooks playbooks,
            DatabaseClock clock,
            JsonMapper json,
            ServiceSettings settings,
            Schema schema) {
        RunTurn turn = new RunTurn(database, clock);
        RunWork.Parts parts = new RunWork.Parts(
                new RunStore(database),
                new ContactStore(database),
                new Selection(database),
                outbound,
                playbooks,
                clock,
                json,
                settings.dataFolder().resolve(FOLDER),
                turn.worker(),
                new Signals());
        return new RunWorker(parts, turn, new Lookout("runs", schema::ready), new Lookout("runs-turn", schema::ready));
    }
}
