package org.filorosso.api.subject;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.store.Batcher;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.DatabaseClock;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.stereotype.Component;

/** Reads subjects for all who wait at once. */
@Component
final class BatchedReader implements SubjectReader, DisposableBean {
    private static final Batcher.Size SIZE = new Batcher.Size(3, 64, 2_000);

    private final Database database;
    private final DatabaseClock clock;
    private final LivePlaybooks playbooks;
    private final Dictionaries dictionaries;
    private final Batcher<String, StoredSubject> batcher = new Batcher<>("subject-reader", SIZE, this::read);

    BatchedReader(Database database, DatabaseClock clock, LivePlaybooks playbooks, Dictionaries dictionaries) {
        this.database = database;
        this.clock = clock;
        this.playbooks = playbooks;
        this.dictionaries = dictionaries;
    }

    @Override
    public CompletableFuture<StoredSubject> read(String idOrAlias) {
        return batcher.submit(idOrAlias);
    }

    private List<StoredSubject> read(List<String> asked) {
        StoredRows rows = database.batches().execute((ConnectionCallback<StoredRows>)
                connection -> new StoredRowsQuery(connection, database.dialect(), since()).read(asked));
        if (rows == null) {
            throw new IllegalStateException("The reading of subjects must give rows");
        }
        return asked.stream().map(id -> view(id, rows)).toList();
    }

    private StoredSubject view(String asked, StoredRows rows) {
        String id = rows.aliases.getOrDefault(asked, asked);
        return new StoredView(id, rows.profiles.get(id), rows, dictionaries);
    }

    /** How far back the rules of any live playbook look. */
    private Instant since() {
        Instant now = clock.instant();
        return playbooks.all().stream()
                .map(LivePlaybook::playbook)
                .map(playbook -> playbook.settings()
                        .history()
                        .before(now.atZone(playbook.settings().zone()))
                        .toInstant())
                .min(Instant::compareTo)
                .orElseGet(() ->
                        now.atOffset(ZoneOffset.UTC).minus(400, ChronoUnit.DAYS).toInstant());
    }

    @Override
    public void destroy() {
        batcher.close();
    }
}
