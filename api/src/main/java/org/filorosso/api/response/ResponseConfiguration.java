package org.filorosso.api.response;

import java.time.Instant;
import org.filorosso.api.decision.ResponseTokens;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.store.CounterStore;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.DatabaseClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts that take responses and events, and the background work around them. */
@Configuration(proxyBeanMethods = false)
class ResponseConfiguration {
    private static final long SECOND = 1_000;
    private static final long ALL_EVERY = 30;

    @Bean
    ResponseStores responseStores(Database database) {
        return ResponseStores.of(database);
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
    ResponseWriter responseWriter(Database database, ResponseStores stores, DatabaseClock clock, KeptCounts counts) {
        return new ResponseWriter(database, stores, clock, done -> counts.add(done.changes()));
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
    EventWriter eventWriter(Database database, EventStore events, DatabaseClock clock) {
        return new EventWriter(database, events, clock);
    }

    @Bean
    Lookout lookout(KeptCounts counts, Database database, ResponseStores stores, DatabaseClock clock) {
        Lookout lookout = new Lookout();
        Lapses lapses = new Lapses(database, stores);
        lookout.every(SECOND, "Giving back what lapsed quotes reserve", () -> {
            Instant now = clock.instant();
            counts.add(lapses.giveBack(now));
        });
        lookout.every(SECOND, "Reading the counters", counts::lookAtCounters);
        lookout.every(10 * SECOND, "Reading what was learnt", () -> counts.lookAtLessons(false));
        lookout.every(ALL_EVERY * 10 * SECOND, "Reading all that was learnt", () -> counts.lookAtLessons(true));
        return lookout;
    }
}
