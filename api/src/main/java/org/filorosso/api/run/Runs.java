package org.filorosso.api.run;

import com.github.f4b6a3.ulid.UlidCreator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.security.AuditLog;
import org.filorosso.api.security.Caller;
import org.filorosso.api.security.Role;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.DatabaseClock;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes orders for runs, and tells how far they are. */
@Component
final class Runs {
    private static final int MOST_WAITING = 20;
    private static final int MOST_TOLD = 100;
    private static final List<Role> TRYING = List.of(Role.MARKETER, Role.ANALYST);

    private final Database database;
    private final RunStore store;
    private final ContactStore contacts;
    private final LivePlaybooks playbooks;
    private final DatabaseClock clock;
    private final AuditLog audit;
    private final JsonMapper json;

    Runs(Database database, LivePlaybooks playbooks, DatabaseClock clock, AuditLog audit, JsonMapper json) {
        this.database = database;
        this.store = new RunStore(database);
        this.contacts = new ContactStore(database);
        this.playbooks = playbooks;
        this.clock = clock;
        this.audit = audit;
        this.json = json;
    }

    /**
     * Takes an order.
     *
     * @throws Refusal if it cannot be made like this, or too many wait
     */
    RunAnswer order(RunRequest asked, Caller who) {
        if (TRYING.contains(who.role()) && !asked.dry()) {
            throw Refusal.of(
                    Kind.FORBIDDEN, "Who is " + who.role().code() + " may only try a run. Maybe set dryRun to true.");
        }
        Instant now = clock.instant();
        LivePlaybook live = playbooks.named(asked.playbook());
        RunCheck.question(asked, live, now);
        Run run = new Run(
                UlidCreator.getMonotonicUlid(now.toEpochMilli()).toString(),
                json.writeValueAsString(asked),
                asked.requestId(),
                live.name(),
                asked.dry(),
                Run.Status.QUEUED,
                Run.Step.DECIDING,
                who.id(),
                now,
                null,
                null,
                0,
                null,
                null,
                false,
                null);
        return told(database.inTransaction(() -> add(run, who)));
    }

    private Run add(Run run, Caller who) {
        String requestId = run.requestId();
        Optional<Run> before = requestId == null ? Optional.empty() : store.find(who.id(), requestId);
        if (before.isEmpty() && store.unfinished() >= MOST_WAITING) {
            throw Refusal.of(Kind.TOO_MANY, MOST_WAITING + " runs wait already. Maybe cancel one of them.")
                    .retryAfter(60);
        }
        if (before.isEmpty() && store.add(run)) {
            audit.record(who, run.dry() ? "try run" : "run", run.id(), run.playbook());
            return run;
        }
        Run same = requestId == null ? run : store.find(who.id(), requestId).orElseThrow();
        if (!json.readTree(same.asked()).equals(json.readTree(run.asked()))) {
            throw Refusal.at(
                    Kind.REUSED, "/requestId", "was used for another run", requestId, "Maybe a new id for a new run.");
        }
        return same;
    }

    /** @throws Refusal if there is none of this id */
    Run find(String id) {
        return store.find(id)
                .orElseThrow(() -> Refusal.of(Kind.NOT_FOUND, "There is no run " + id + ". Maybe GET /v1/runs."));
    }

    RunAnswer told(Run run) {
        RunRequest asked = json.readValue(run.asked(), RunRequest.class);
        return RunAnswer.of(run, asked, contacts.states(run.id()));
    }

    /** The latest first. */
    List<RunAnswer> latest() {
        return store.latest(MOST_TOLD).stream().map(this::told).toList();
    }

    /**
     * Asks for the end of a run.
     *
     * @throws Refusal if it is over, or none of the caller's business
     */
    RunAnswer cancel(String id, Caller who) {
        Run run = find(id);
        if (TRYING.contains(who.role()) && !run.dry()) {
            throw Refusal.of(
                    Kind.FORBIDDEN, "Who is " + who.role().code() + " may cancel only runs that contact nobody.");
        }
        boolean cancelled = database.inTransaction(() -> {
            boolean done = store.cancel(id, clock.instant());
            if (done) {
                audit.record(who, "cancel run", id, run.playbook());
            }
            return done;
        });
        if (!cancelled) {
            throw Refusal.of(
                    Kind.CONFLICT, "The run " + id + " is " + find(id).status().code() + " already.");
        }
        return told(find(id));
    }
}
