package org.filorosso.api.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.filorosso.api.problem.Fault;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.simulator.customers.FlawException;

/**
 * Takes rows in batches, so that a body of any size needs the memory of one. A batch with rows that cannot be taken is taken
 * without them. What is recorded stays, whatever comes after it.
 *
 * @param <T> a row
 * @param <R> what came of it
 */
final class StreamedImport<T, R> {
    private static final int BATCH = 500;
    private static final Pattern PLACE = Pattern.compile("/[a-z]+/(\\d+)(.*)");

    private final Function<List<T>, List<R>> take;
    private final Predicate<R> duplicate;
    private final List<ImportReport.RowError> errors = new ArrayList<>();
    private long rows;
    private long recorded;
    private long duplicates;
    private long refused;

    /** @param take takes all or none; a {@link Refusal} points to the rows that are wrong */
    StreamedImport(Function<List<T>, List<R>> take, Predicate<R> duplicate) {
        this.take = take;
        this.duplicate = duplicate;
    }

    /** @throws Refusal if the body cannot be read to its end, or nothing can be stored; what stands before is recorded */
    ImportReport run(ImportSource<T> source) {
        try {
            List<ImportSource.Row<T>> batch = batch(source);
            while (!batch.isEmpty()) {
                take(batch);
                batch = batch(source);
            }
        } catch (FlawException e) {
            throw Refusal.of(
                    Kind.INVALID,
                    "The body cannot be read beyond row " + rows + "; of the rows before, " + recorded
                            + " are recorded. Maybe mend it and send all of it again: what is recorded stays as it is.",
                    ImportSource.Row.faults(e));
        }
        return new ImportReport(rows, recorded, duplicates, refused, List.copyOf(errors));
    }

    private List<ImportSource.Row<T>> batch(ImportSource<T> source) throws FlawException {
        List<ImportSource.Row<T>> batch = new ArrayList<>(BATCH);
        while (batch.size() < BATCH) {
            ImportSource.Row<T> row = source.next();
            if (row == null) {
                break;
            }
            rows++;
            if (row.given() == null) {
                refuse(row.line(), row.faults());
            } else {
                batch.add(row);
            }
        }
        return batch;
    }

    private void refuse(long line, List<Fault> faults) {
        refused++;
        for (Fault fault : faults) {
            if (errors.size() < ImportReport.SHOWN) {
                errors.add(new ImportReport.RowError(
                        line, fault.pointer(), fault.message(), fault.rejected(), fault.hint()));
            }
        }
    }

    private void take(List<ImportSource.Row<T>> batch) {
        List<ImportSource.Row<T>> left = batch;
        while (!left.isEmpty()) {
            try {
                for (R one : take.apply(given(left))) {
                    recorded += duplicate.test(one) ? 0 : 1;
                    duplicates += duplicate.test(one) ? 1 : 0;
                }
                return;
            } catch (Refusal e) {
                left = without(left, e);
            }
        }
    }

    private static <T> List<T> given(List<ImportSource.Row<T>> rows) {
        List<T> given = new ArrayList<>(rows.size());
        for (ImportSource.Row<T> row : rows) {
            T one = row.given();
            if (one != null) {
                given.add(one);
            }
        }
        return given;
    }

    private List<ImportSource.Row<T>> without(List<ImportSource.Row<T>> batch, Refusal refusal) {
        var wrong = refusal.faults().stream()
                .filter(fault -> PLACE.matcher(fault.pointer()).matches())
                .collect(Collectors.groupingBy(StreamedImport::index));
        if (wrong.isEmpty()) {
            throw refusal;
        }
        wrong.forEach((i, faults) -> refuse(
                batch.get(i).line(), faults.stream().map(StreamedImport::inRow).toList()));
        Set<Integer> out = wrong.keySet();
        List<ImportSource.Row<T>> left = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            if (!out.contains(i)) {
                left.add(batch.get(i));
            }
        }
        return left;
    }

    private static int index(Fault fault) {
        return Integer.parseInt(matched(fault).group(1));
    }

    private static Fault inRow(Fault fault) {
        return new Fault(matched(fault).group(2), fault.message(), fault.rejected(), fault.hint());
    }

    private static Matcher matched(Fault fault) {
        Matcher matcher = PLACE.matcher(fault.pointer());
        if (!matcher.matches()) {
            throw new IllegalStateException("a fault of no row");
        }
        return matcher;
    }
}
