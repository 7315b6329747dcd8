package org.filorosso.api.subject;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.DatabaseClock;
import org.filorosso.engine.playbook.io.Nearest;
import org.filorosso.simulator.customers.DataFile;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is on the lists that playbooks declare. A change holds from the next decision on; all of it, or nothing. */
@RestController
@RequestMapping("/v1/lists/{name}")
class ListController {
    private static final int MOST = 1_000;

    private final Database database;
    private final LivePlaybooks playbooks;
    private final DatabaseClock clock;
    private final ListStore lists;

    ListController(Database database, LivePlaybooks playbooks, DatabaseClock clock) {
        this.database = database;
        this.playbooks = playbooks;
        this.clock = clock;
        this.lists = new ListStore(database);
    }

    /**
     * A list after a change.
     *
     * @param count members now
     * @param added that were not on it before; after a replacement all
     * @param removed that were on it before; 0 after a replacement
     */
    record Changed(String name, long count, long added, long removed) {}

    /**
     * Members of a list.
     *
     * @param next member after which the next page begins, or null at the end
     */
    record Page(
            String name,
            long count,
            List<String> members,
            @Nullable String next) {}

    @PutMapping
    Changed replace(@PathVariable String name, HttpServletRequest request) {
        return change(name, faults -> {
            lists.clear(name);
            MemberBatches members = new MemberBatches(ids -> lists.add(name, ids), faults);
            if (Formats.mediaType(request).equals("application/json")) {
                MemberSource.array(body(request), members);
            } else {
                csv(request, members);
            }
            return new Changed(name, 0, members.flush(), 0);
        });
    }

    @PatchMapping
    Changed change(@PathVariable String name, HttpServletRequest request) {
        return change(name, faults -> {
            MemberBatches added = new MemberBatches(ids -> lists.add(name, ids), faults);
            MemberBatches removed = new MemberBatches(ids -> lists.remove(name, ids), faults);
            MemberSource.changes(body(request), added, removed);
            return new Changed(name, 0, added.flush(), removed.flush());
        });
    }

    @GetMapping
    Page get(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int limit) {
        declared(name);
        if (limit < 1 || limit > MOST || !(after.isEmpty() || Ids.valid(after))) {
            throw Refusal.at(
                    Kind.INVALID,
                    limit < 1 || limit > MOST ? "/limit" : "/after",
                    "is out of range",
                    limit < 1 || limit > MOST ? limit : after,
                    "Maybe a limit from 1 to " + MOST + ", after the value of next in the last answer.");
        }
        List<String> found = lists.page(name, after, limit + 1);
        boolean more = found.size() > limit;
        List<String> members = more ? found.subList(0, limit) : found;
        return new Page(name, lists.count(name), members, more ? members.get(limit - 1) : null);
    }

    /** What is done to a list. */
    private interface Work {
        Changed apply(Faults faults);
    }

    private Changed change(String name, Work work) {
        declared(name);
        try {
            return database.inTransaction(() -> {
                lists.hold(name, clock.instant());
                Faults faults = new Faults();
                Changed changed = work.apply(faults);
                faults.throwIfAny("The list stays as it was.");
                return new Changed(name, lists.count(name), changed.added(), changed.removed());
            });
        } catch (PessimisticLockingFailureException e) {
            throw Refusal.of(Kind.CONFLICT, "Somebody else is changing the list " + name + ".")
                    .retryAfter(1);
        }
    }

    private void declared(String name) {
        Vocabulary words = new Vocabulary(playbooks.all());
        if (!words.lists().contains(name)) {
            throw Refusal.at(
                    Kind.INVALID,
                    "/name",
                    "is no list that a live playbook declares",
                    name,
                    Nearest.maybe(name, words.lists()));
        }
    }

    private void csv(HttpServletRequest request, MemberBatches members) {
        if (Formats.of(request) != DataFile.Format.CSV) {
            throw Refusal.of(Kind.MEDIA_TYPE, "Members come in one of two forms. Maybe text/csv or application/json.");
        }
        String header = playbooks.all().stream()
                .map(LivePlaybook::playbook)
                .map(playbook -> playbook.settings().importId())
                .findFirst()
                .orElse("id");
        try {
            MemberSource.csv(request.getInputStream(), header, members);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream body(HttpServletRequest request) {
        try {
            return request.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
