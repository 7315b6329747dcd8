package org.filorosso.api.decision;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import org.filorosso.api.ops.ServiceSettings;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.playbook.Stops;
import org.filorosso.api.store.CounterStore;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.DatabaseClock;
import org.filorosso.api.store.Outbox;
import org.filorosso.api.store.Schema;
import org.filorosso.api.subject.SubjectReader;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts that decide. Whatever closes does so after the web server has answered its last request. */
@Configuration(proxyBeanMethods = false)
class DecisionConfiguration {
    private static final String SPOOL = "spool";

    @Bean
    RequestCheck requestCheck(LivePlaybooks playbooks, DatabaseClock clock) {
        return new RequestCheck(playbooks, clock);
    }

    @Bean
    DecisionRecords decisionRecords(Database database, LivePlaybooks playbooks, SharedCounts counts) {
        return new DecisionRecords(new DecisionStore(database), playbooks, counts);
    }

    @Bean
    Spool spool(ServiceSettings settings) {
        return new Spool(settings.dataFolder().resolve(SPOOL));
    }

    @Bean
    SpoolDrain spoolDrain(
            Spool spool,
            Database database,
            CounterStore counters,
            ObjectProvider<Outbox> outbox,
            ServiceSettings settings,
            Schema schema) {
        Path refused = settings.dataFolder().resolve(SPOOL).resolve("refused.jsonl");
        SpoolStore store = new SpoolStore(database, counters, outbox.getIfAvailable());
        return new SpoolDrain(spool, store, schema::ready, refused);
    }

    @Bean
    Journal journal(
            Database database,
            CounterStore counters,
            DecisionRecords records,
            ObjectProvider<Outbox> outbox,
            Spool spool) {
        DecisionWriter writer = new DecisionWriter(database, counters, outbox.getIfAvailable());
        return new Journal(database.dialect(), writer, new DecisionStore(database), records, spool);
    }

    @Bean
    DecisionMaker decisionMaker(SharedCounts counts, Stops stops) {
        return new DecisionMaker(counts, stops);
    }

    @Bean
    Answering.Parts answeringParts(
            SubjectReader subjects,
            DecisionMaker maker,
            ObjectProvider<Outbox> outbox,
            Journal journal,
            Schema schema,
            MeterRegistry registry) {
        return new Answering.Parts(
                subjects,
                maker,
                new Writes(outbox.getIfAvailable()),
                journal,
                new Patience(schema::ready),
                new DecisionMetrics(registry));
    }

    @Bean
    DecisionService decisionService(Answering.Parts parts, ServiceSettings settings) {
        return new DecisionService(parts, settings.deadline());
    }

    @Bean
    OutboundContacts outboundContacts(Answering.Parts parts, Database database, SharedCounts counts, Stops stops) {
        return new OutboundContacts(parts, new DecisionStore(database), counts, stops);
    }

    @Bean
    TokenKeys tokenKeys(Database database, DatabaseClock clock, ServiceSettings settings, Schema schema) {
        return new TokenKeys(database, clock, settings.dataFolder().resolve("token-keys"), schema::ready);
    }

    @Bean
    ResponseTokens responseTokens(TokenKeys keys) {
        return new ResponseTokens(keys::keys);
    }

    @Bean
    Answers answers(ResponseTokens tokens) {
        return new Answers(tokens);
    }

    @Bean
    Rehearsal rehearsal(LivePlaybooks playbooks, DatabaseClock clock, Answering.Parts parts, Answers answers) {
        return new Rehearsal(playbooks, clock, parts, answers);
    }
}
