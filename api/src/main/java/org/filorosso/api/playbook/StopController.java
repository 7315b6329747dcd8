package org.filorosso.api.playbook;

import com.github.f4b6a3.ulid.UlidCreator;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.security.AuditLog;
import org.filorosso.api.security.Caller;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.DatabaseClock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Silence ordered at once, and lifted. */
@RestController
@RequestMapping("/v1/stops")
class StopController {
    private final Database database;
    private final StopStore store;
    private final PolledStops stops;
    private final StopCheck check;
    private final DatabaseClock clock;
    private final AuditLog audit;

    StopController(
            Database database,
            StopStore store,
            PolledStops stops,
            LivePlaybooks playbooks,
            DatabaseClock clock,
            AuditLog audit) {
        this.database = database;
        this.store = store;
        this.stops = stops;
        this.check = new StopCheck(playbooks);
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * What is to be silent.
     *
     * @param target null means everything on the channel
     */
    record StopOrder(
            @Nullable String target,
            @Nullable String channel,
            @Nullable Instant until,
            @Nullable String reason) {}

    @GetMapping
    PlaybookController.Items<OrderedStop> inForce() {
        return new PlaybookController.Items<>(store.active(clock.instant()));
    }

    @PostMapping
    ResponseEntity<OrderedStop> order(@RequestBody StopOrder order, Caller caller) {
        Instant now = clock.instant();
        check.check(order, now);
        String target = order.target() == null ? "*" : order.target().strip();
        String reason = String.valueOf(order.reason()).strip();
        OrderedStop stop = new OrderedStop(
                UlidCreator.getMonotonicUlid(now.toEpochMilli()).toString(),
                target,
                order.channel() == null ? null : order.channel().strip(),
                order.until(),
                reason,
                caller.id(),
                now);
        database.inTransaction(() -> {
            store.add(stop);
            record(caller, "stop", stop.id(), target + (order.channel() == null ? "" : " on " + order.channel()));
            return stop;
        });
        stops.look();
        return ResponseEntity.created(URI.create("/v1/stops/" + stop.id())).body(stop);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> lift(@PathVariable String id, Caller caller) {
        boolean lifted = database.inTransaction(() -> {
            boolean done = store.lift(id, caller.id(), clock.instant());
            if (done) {
                record(caller, "lift stop", id, "");
            }
            return done;
        });
        if (!lifted) {
            List<String> ids = stops.inForce().stream().map(OrderedStop::id).toList();
            throw Refusal.of(Kind.NOT_FOUND, "There is no stop " + id + " in force. Maybe one of " + ids + ".");
        }
        stops.look();
        return ResponseEntity.noContent().build();
    }

    private void record(Caller who, String act, String target, String detail) {
        audit.record(who, act, target, detail);
    }
}
