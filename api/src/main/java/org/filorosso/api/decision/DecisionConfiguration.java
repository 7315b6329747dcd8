package org.filorosso.api.decision;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.filorosso.api.ops.ServiceSettings;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.playbook.Stops;
import org.filorosso.api.store.CounterStore;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.DatabaseClock;
import org.filorosso.api.store.Outbox;
import org.filorosso.api.store.Schema;
import org.filorosso.api.subject.SubjectReader;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.learn.BetaCounts;
import org.filorosso.engine.playbook.Playbook;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts that decide. */
@Configuration(proxyBeanMethods = false)
class DecisionConfiguration {

    @Bean
    RequestCheck requestCheck(LivePlaybooks playbooks, DatabaseClock clock) {
        return new RequestCheck(playbooks, clock);
    }

    @Bean
    Patience patience(Schema schema) {
        return new Patience(schema::ready);
    }

    @Bean
    DecisionRecords decisionRecords(Database database, LivePlaybooks playbooks, ObjectProvider<SharedCounts> counts) {
        return new DecisionRecords(new DecisionStore(database), playbooks, counts.getIfAvailable(NothingCounted::new));
    }

    @Bean
    Journal journal(Database database, CounterStore counters, DecisionRecords records, ObjectProvider<Outbox> outbox) {
        Outbox listener = outbox.getIfAvailable();
        return new Journal(
                new DecisionWriter(database, counters, listener), new DecisionStore(database), records, listener);
    }

    @Bean
    DecisionService decisionService(
            SubjectReader subjects,
            ObjectProvider<SharedCounts> counts,
            ObjectProvider<Stops> stops,
            Journal journal,
            Patience patience,
            ServiceSettings settings) {
        return new DecisionService(
                subjects,
                new DecisionMaker(counts.getIfAvailable(NothingCounted::new), stops.getIfAvailable(() -> List::of)),
                journal,
                patience,
                settings.deadline());
    }

    @Bean
    ResponseTokens responseTokens() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new ResponseTokens(() -> List.of(key));
    }

    @Bean
    Answers answers(ResponseTokens tokens) {
        return new Answers(tokens);
    }

    /** Stands in until responses are counted: nothing is used up or learnt. */
    private static final class NothingCounted implements SharedCounts {
        @Override
        public State.Counters usedUp(Playbook playbook, Instant at) {
            return State.Counters.NONE;
        }

        @Override
        public Learnt learnt(Playbook playbook, Instant at) {
            return new Learnt("", BetaCounts.NONE);
        }

        @Override
        public BetaCounts kept(String id) {
            return BetaCounts.NONE;
        }
    }
}
