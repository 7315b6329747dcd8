package org.filorosso.api.response;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.store.Database;
import org.filorosso.api.subject.HistoryPages;

/** Stored decisions for tests: an inbound or outbound answer with some actions. */
final class DecidedRows {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private DecidedRows() {}

    /** Stores a decision of the service's telco playbook; the price of each action is 9. */
    static String inbound(TestDatabase on, String subject, String... actions) {
        String id = "i-" + NUMBER.incrementAndGet() + "-" + System.nanoTime();
        String revision = on.service().bean(LivePlaybooks.class).named("telco").revision();
        StringBuilder results = new StringBuilder("[");
        for (int i = 0; i < actions.length; i++) {
            results.append(i == 0 ? "" : ",")
                    .append("[\"screen\",%d,\"%s\",\"I\",\"G\",\"T-1\",0.3,12.5,1,1,40,0.9,9,2,false]"
                            .formatted(i + 1, actions[i]));
        }
        on.service()
                .bean(Database.class)
                .sql()
                .sql("insert into decision (interaction_id, at, subject_id, playbook, revision, arm, variants,"
                        + " channel, direction, stage, results, stages, facts_digest) values (?, ?, ?, 'telco', ?,"
                        + " 'champion', '', 'contact-centre', 'inbound', 'onboarding', ?, '{}', '')")
                .params(id, Instant.now().minusSeconds(60).atOffset(ZoneOffset.UTC), subject, revision, results + "]")
                .update();
        new HistoryPages(on.service().bean(Database.class)).forget(List.of(subject));
        return id;
    }
}
