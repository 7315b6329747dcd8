package org.filorosso.api.subject;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.security.Caller;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.DatabaseClock;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.FlawException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes subjects by the thousand. */
@RestController
class ImportController {
    private final SubjectStore store;
    private final LivePlaybooks playbooks;
    private final DatabaseClock clock;

    ImportController(Database database, LivePlaybooks playbooks, DatabaseClock clock) {
        this.store = new SubjectStore(database);
        this.playbooks = playbooks;
        this.clock = clock;
    }

    /** @param playbook whose columns a CSV has */
    @PostMapping("/v1/subjects:import")
    ImportReport take(
            @RequestParam(required = false) @Nullable String playbook, HttpServletRequest request, Caller caller)
            throws IOException {
        Instant now = clock.instant();
        ImportedRow.Source source = source(request, playbook, now);
        ExecutorService writer = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "subject-import");
            thread.setDaemon(true);
            return thread;
        });
        try {
            return new SubjectImport(store, writer, caller.id(), now).run(source);
        } finally {
            writer.shutdown();
        }
    }

    private ImportedRow.Source source(HttpServletRequest request, @Nullable String playbook, Instant now)
            throws IOException {
        DataFile.Format format = Formats.of(request);
        DataFile body = DataFile.of(request.getInputStream(), format);
        try {
            return format == DataFile.Format.CSV
                    ? new CsvSubjects(body, playbooks.named(playbook).playbook(), now)
                    : new NdjsonSubjects(body, new Vocabulary(playbooks.all()), now);
        } catch (FlawException e) {
            throw Refusal.of(
                    Kind.INVALID,
                    "The body cannot be taken.",
                    ImportedRow.refused(0, e).faults());
        }
    }
}
