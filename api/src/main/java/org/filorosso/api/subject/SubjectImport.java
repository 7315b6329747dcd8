package org.filorosso.api.subject;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.filorosso.api.problem.Fault;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.subject.ImportReport.RowError;
import org.filorosso.api.subject.SubjectStore.Order;
import org.filorosso.api.subject.SubjectStore.Stored;
import org.filorosso.simulator.customers.FlawException;
import org.jspecify.annotations.Nullable;

/**
 * One import: rows are understood by the caller's thread while those before them are written by another, so that no more
 * than two batches are in memory. What is stored stays, whatever comes after it.
 */
final class SubjectImport {
    private static final int BATCH = 1_000;

    private final SubjectStore store;
    private final Executor writer;
    private final String by;
    private final Instant now;
    private final List<RowError> errors = new ArrayList<>();
    private long rows;
    private long stored;
    private long created;
    private long refused;
    private @Nullable FlawException brokeOff;

    SubjectImport(SubjectStore store, Executor writer, String by, Instant now) {
        this.store = store;
        this.writer = writer;
        this.by = by;
        this.now = now;
    }

    /** A batch that is being written, or its results with what each of its rows was refused for. */
    private record Written(List<Stored> stored, List<ImportedRow> refused) {
        static final Written NOTHING = new Written(List.of(), List.of());
    }

    /** @throws Refusal if the body cannot be read to its end; what stands before is stored */
    ImportReport run(ImportedRow.Source source) {
        CompletableFuture<Written> writing = CompletableFuture.completedFuture(Written.NOTHING);
        List<ImportedRow> batch = batch(source);
        while (!batch.isEmpty()) {
            take(writing);
            List<ImportedRow> taken = batch;
            writing = CompletableFuture.supplyAsync(() -> write(taken), writer);
            batch = batch(source);
        }
        take(writing);
        FlawException broke = brokeOff;
        if (broke != null) {
            throw broken(broke);
        }
        return new ImportReport(rows, stored, created, refused, List.copyOf(errors));
    }

    private Refusal broken(FlawException flaws) {
        List<Fault> faults = ImportedRow.refused(0, flaws).faults();
        return Refusal.of(
                Kind.INVALID,
                rows == 0
                        ? "The body cannot be taken."
                        : "The body cannot be read beyond row " + rows + "; of the rows before, " + stored
                                + " are stored. " + flaws.flaws().get(0),
                faults);
    }

    /** Rows that can be taken; the others are counted. */
    private List<ImportedRow> batch(ImportedRow.Source source) {
        List<ImportedRow> batch = new ArrayList<>(BATCH);
        try {
            while (batch.size() < BATCH && brokeOff == null) {
                ImportedRow row = source.next();
                if (row == null) {
                    break;
                }
                rows++;
                if (row.change() == null) {
                    refuse(row);
                } else {
                    batch.add(row);
                }
            }
        } catch (FlawException e) {
            // told when what stands before it is stored
            brokeOff = e;
        }
        return batch;
    }

    private void refuse(ImportedRow row) {
        refused++;
        for (Fault fault : row.faults()) {
            if (errors.size() < ImportReport.SHOWN) {
                errors.add(new RowError(row.line(), fault.pointer(), fault.message(), fault.rejected(), fault.hint()));
            }
        }
    }

    private void take(CompletableFuture<Written> writing) {
        Written written;
        try {
            written = writing.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failed ? failed : e;
        }
        written.stored().forEach(one -> {
            stored++;
            created += one.created() ? 1 : 0;
        });
        written.refused().forEach(this::refuse);
    }

    /** A row that the database refuses, for an alias of somebody else, must not take the others with it. */
    private Written write(List<ImportedRow> batch) {
        try {
            return new Written(store.change(orders(batch), now), List.of());
        } catch (Refusal e) {
            if (batch.size() == 1) {
                return new Written(
                        List.of(), List.of(new ImportedRow(batch.get(0).line(), null, faults(e))));
            }
            Written first = write(batch.subList(0, batch.size() / 2));
            Written second = write(batch.subList(batch.size() / 2, batch.size()));
            List<Stored> all = new ArrayList<>(first.stored());
            all.addAll(second.stored());
            List<ImportedRow> none = new ArrayList<>(first.refused());
            none.addAll(second.refused());
            return new Written(all, none);
        }
    }

    private static List<Fault> faults(Refusal refusal) {
        return refusal.faults().isEmpty() ? List.of(new Fault("", refusal.detail(), null, null)) : refusal.faults();
    }

    private List<Order> orders(List<ImportedRow> batch) {
        List<Order> orders = new ArrayList<>(batch.size());
        for (ImportedRow row : batch) {
            @Nullable ProfileChange change = row.change();
            if (change != null) {
                orders.add(new Order(change, by));
            }
        }
        return orders;
    }
}
