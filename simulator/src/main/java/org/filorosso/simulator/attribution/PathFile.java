package org.filorosso.simulator.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.Flaw;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.stats.data.Columns;
import org.filorosso.simulator.stats.data.PlainNumber;
import org.jspecify.annotations.Nullable;

/**
 * Paths as CSV; equal ones are added up, so that memory holds each different path once.
 *
 * @param path column of the channels in their order, separated by {@code >}
 * @param conversions column of the customers who converted
 * @param nulls column of those who did not; null where the file does not tell
 * @param value column of what the conversions were worth together; null where the file does not tell
 * @param days column of the days from each contact to the conversion, separated by {@code >}; null where the file does not tell
 */
public record PathFile(
        String path,
        String conversions,
        @Nullable String nulls,
        @Nullable String value,
        @Nullable String days) {
    private static final String BETWEEN = ">";

    /**
     * Reads the paths.
     *
     * @param flaws takes the rows that are skipped
     * @throws FlawException if the file cannot be read, or holds no path
     */
    public List<ContactPath> read(DataFile file, Flaws flaws) throws FlawException {
        List<String> numbers = new ArrayList<>(List.of(conversions));
        Stream.of(nulls, value).filter(Objects::nonNull).forEach(numbers::add);
        List<String> texts = days == null ? List.of(path) : List.of(path, days);
        Map<Object, ContactPath> paths = new LinkedHashMap<>();
        try (Columns columns = Columns.open(file, Columns.Asked.of(texts, numbers), flaws)) {
            while (columns.next()) {
                ContactPath one = path(columns);
                if (one != null) {
                    paths.merge(one.contacts(), one, ContactPath::with);
                }
            }
        }
        if (paths.isEmpty()) {
            throw flaws.end(Flaw.of(file.name(), "holds no path", null));
        }
        return List.copyOf(paths.values());
    }

    private @Nullable ContactPath path(Columns columns) {
        List<String> channels = parts(columns.text(0));
        if (channels.stream().anyMatch(String::isEmpty)) {
            columns.skip(path, columns.text(0), "has a contact without a channel", "Maybe \"email > web > phone\".");
            return null;
        }
        for (String column :
                Stream.of(conversions, nulls).filter(Objects::nonNull).toList()) {
            if (columns.number(columns.place(column)) < 0) {
                columns.skip(column, String.valueOf(columns.number(columns.place(column))), "is less than 0", null);
                return null;
            }
        }
        List<Double> ages = days == null ? null : ages(columns, channels.size());
        if (days != null && ages == null) {
            return null;
        }
        return new ContactPath(
                channels,
                ages,
                columns.number(columns.place(conversions)),
                value == null ? 0 : columns.number(columns.place(value)),
                nulls == null ? 0 : columns.number(columns.place(nulls)));
    }

    private @Nullable List<Double> ages(Columns columns, int contacts) {
        List<Double> ages = parts(columns.text(1)).stream().map(PlainNumber::of).toList();
        if (ages.size() != contacts || ages.stream().anyMatch(age -> !(age >= 0))) {
            columns.skip(
                    String.valueOf(days),
                    columns.text(1),
                    "does not give the days of " + contacts + " contacts",
                    "Maybe \"9 > 2.5 > 0\": days from each contact to the conversion.");
            return null;
        }
        return ages;
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split(BETWEEN, -1)).map(String::strip).toList();
    }
}
