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
    ContactStore contactStore(Database database) {
        return new ContactStore(database);
    }

    @Bean
    RunWork.Parts runParts(
            Database database,
            OutboundContacts outbound,
            LivePlaybooks playbooks,
            DatabaseClock clock,
            JsonMapper json,
            ServiceSettings settings) {
        return new RunWork.Parts(
                new RunStore(database),
                new ContactStore(database),
                new Selection(database),
                outbound,
                playbooks,
                clock,
                json,
                settings.dataFolder().resolve(FOLDER),
                new RunTurn(database, clock),
                new Signals());
    }

    @Bean
    RunWorker runWorker(RunWork.Parts parts, Schema schema) {
        return new RunWorker(parts, new Lookout("runs", schema::ready), new Lookout("runs-turn", schema::ready));
    }
}
