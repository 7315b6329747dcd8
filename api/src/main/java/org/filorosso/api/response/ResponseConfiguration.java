package org.filorosso.api.response;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.filorosso.api.decision.ResponseTokens;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.store.CounterStore;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.DatabaseClock;
import org.filorosso.api.store.Lookout;
import org.filorosso.api.store.Outbox;
import org.filorosso.api.store.Schema;
import org.filorosso.api.subject.HistoryPages;
import org.filorosso.api.subject.OptOuts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts that take responses and events, and the background work around them. */
@Configuration(proxyBeanMethods = false)
class ResponseConfiguration {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Bean
    ResponseStores responseStores(Database database, Outbox outbox) {
        return ResponseStores.of(database, outbox);
    }

    @Bean
    KeptCounts keptCounts(
            LivePlaybooks playbooks,
            CounterStore counters,
            ResponseStores stores,
            Database database,
            DatabaseClock clock) {
        return new KeptCounts(playbooks, counters, stores.learnt(), new Snapshots(database), clock);
    }

    @Bean
    ResponseChecks responseChecks(ResponseTokens tokens, Database database, LivePlaybooks playbooks) {
        return new ResponseChecks(new Proposals(tokens::verify, new DecidedStore(database)), playbooks);
    }

    @Bean
    ResponseWriter responseWriter(
            Database database, ResponseStores stores, DatabaseClock clock, KeptCounts counts, MeterRegistry registry) {
        ResponseMetrics metrics = new ResponseMetrics(registry);
        return new ResponseWriter(database, stores, clock, done -> {
            counts.add(done.changes());
            metrics.count(done);
        });
    }

    @Bean
    EventStore eventStore(Database database) {
        return new EventStore(database);
    }

    @Bean
    EventChecks eventChecks(LivePlaybooks playbooks) {
        return new EventChecks(playbooks);
    }

    @Bean
    EventWriter eventWriter(Database database, EventStore events, Outbox outbox, DatabaseClock clock) {
        EventWriter.Effects effects =
                new EventWriter.Effects(events, new OptOuts(database), outbox, new HistoryPages(database));
        return new EventWriter(database, effects, clock);
    }

    @Bean
    Purchases purchases(Database database, LivePlaybooks playbooks) {
        return new Purchases(database, playbooks);
    }

    @Bean
    Lookout countsLookout(
            KeptCounts counts, Database database, ResponseStores stores, DatabaseClock clock, Schema schema) {
        Lookout lookout = new Lookout("counts", schema::ready);
        Lapses lapses = new Lapses(database, stores);
        lookout.every(
                SECOND, "Giving back what lapsed quotes reserve", () -> counts.add(lapses.giveBack(clock.instant())));
        lookout.every(SECOND, "Reading the counters", counts::lookAtCounters);
        lookout.every(SECOND.multipliedBy(10), "Reading what was learnt", () -> counts.lookAtLessons(false));
        lookout.every(SECOND.multipliedBy(300), "Reading all that was learnt", () -> counts.lookAtLessons(true));
        return lookout;
    }
}
