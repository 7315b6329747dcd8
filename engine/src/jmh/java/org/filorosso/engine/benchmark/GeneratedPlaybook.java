package org.filorosso.engine.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.PlaybookReader;

/**
 * A playbook as large as wanted, the same each time: 30 attributes, 2.5 treatments an action, engagement
 * rows of 5 conditions over different attributes drawn at random, and about 40 actions a customer is eligible for, however
 * many actions there are.
 *
 * <p>To keep the survivors, the rows of a larger playbook let fewer customers through; nothing else tells them apart.
 */
public final class GeneratedPlaybook {

    private static final int CONDITIONS = 5;
    private static final int SURVIVORS = 40;
    private static final int MOST_ROWS = 20_000;

    static final List<Column> COLUMNS = Stream.of(
                    texts("plan", 8, "region", 20, "tier", 4, "tariff", 6, "device", 12, "payment", 4),
                    texts("contract", 3, "employer", 10, "entry", 5, "brand", 8, "occupation", 12, "education", 5),
                    amounts("tenure months", 72, "monthly spend", 150, "data used", 200, "calls", 400, "age", 90),
                    amounts("overdue", 20, "score", 1000, "distance", 100, "balance", 10_000, "visits", 60),
                    Stream.of("owns app", "paperless", "roams", "family", "fibre")
                            .map(Column.YesNo::new),
                    Stream.of(new Column.Texts("holdings", 20), new Column.Texts("interests", 12)),
                    Stream.of(new Column.Day("customer since")))
            .<Column>flatMap(columns -> columns)
            .toList();

    private final Random random;
    private final int actions;
    private final List<EngagementRow> engagement = new ArrayList<>();

    /** A row over one action. */
    record EngagementRow(String policy, int action, String effect, List<Column.Cell> cells) {}

    /** @param actions 1,000 or 10,000; others work too */
    public GeneratedPlaybook(int actions) {
        this.random = new Random(actions);
        this.actions = actions;
        int perAction = Math.min(3, MOST_ROWS / actions);
        for (int action = 0; action < actions; action++) {
            addRows(action, perAction);
        }
    }

    private void addRows(int action, int rows) {
        double share = (double) SURVIVORS / actions;
        engagement.add(new EngagementRow("eligibility", action, "only", cells(share)));
        engagement.add(new EngagementRow("suitability", action, "never", cells(share)));
        if (rows > 2) {
            engagement.add(new EngagementRow("applicability", action, "never", cells(share)));
        }
    }

    public int actions() {
        return actions;
    }

    List<EngagementRow> engagement() {
        return engagement;
    }

    int treatments() {
        return actions * 5 / 2;
    }

    /** Cells over different attributes that together let about {@code share} of the customers through. */
    private List<Column.Cell> cells(double share) {
        List<Column.Cell> cells;
        double through;
        do {
            cells = random.ints(0, COLUMNS.size())
                    .distinct()
                    .limit(CONDITIONS)
                    .mapToObj(i -> COLUMNS.get(i).cell(random))
                    .toList();
            through = cells.stream().mapToDouble(Column.Cell::share).reduce(1, (a, b) -> a * b);
        } while (through < share * 0.6 || through > share * 1.5);
        return cells;
    }

    /** Writes the playbook as a folder of files and reads it. */
    public Playbook playbook() {
        try {
            Path folder = Files.createTempDirectory("generated");
            write(folder);
            return read(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the files into an empty folder. */
    public void write(Path folder) throws IOException {
        GeneratedFolder.write(this, folder);
    }

    /** Reads and checks a folder. */
    public static Playbook read(Path folder) {
        return PlaybookReader.read(folder, LocalDate.of(2026, 3, 2)).orThrow();
    }

    private static Stream<Column> texts(Object... namesAndCounts) {
        return pairs(namesAndCounts).map(pair -> new Column.Text((String) pair[0], (int) pair[1]));
    }

    private static Stream<Column> amounts(Object... namesAndLimits) {
        return pairs(namesAndLimits).map(pair -> new Column.Amount((String) pair[0], (int) pair[1]));
    }

    private static Stream<Object[]> pairs(Object... values) {
        return IntStream.range(0, values.length / 2).mapToObj(i -> new Object[] {values[2 * i], values[2 * i + 1]});
    }
}
