package org.filorosso.api.response;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.filorosso.api.store.DatabaseClock;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes events. */
@RestController
class EventController {
    private final EventChecks checks;
    private final EventStore store;
    private final EventWriter writer;
    private final Purchases purchases;
    private final ResponseWriter responses;
    private final DatabaseClock clock;

    EventController(
            EventChecks checks,
            EventStore store,
            EventWriter writer,
            Purchases purchases,
            ResponseWriter responses,
            DatabaseClock clock) {
        this.checks = checks;
        this.store = store;
        this.writer = writer;
        this.purchases = purchases;
        this.responses = responses;
        this.clock = clock;
    }

    @PostMapping("/v1/events")
    RecordedEvents happened(@RequestBody GivenEvents posted) {
        Instant now = clock.instant();
        List<Happening> given = checks.check(posted, now);
        Map<String, String> subjects = Durable.now(() ->
                store.subjects(given.stream().map(Happening::subject).distinct().toList()));
        List<Happening> events = given.stream()
                .map(event -> event.of(subjects.getOrDefault(event.subject(), event.subject())))
                .toList();
        RecordedEvents recorded = new RecordedEvents(Durable.await(writer.write(events)));
        // also of events that came before: whoever repeats may not have got as far as this
        List<Response> accepted = Durable.now(() -> purchases.accepted(events));
        if (!accepted.isEmpty()) {
            Durable.await(responses.write(accepted));
        }
        return recorded;
    }
}
