package org.filorosso.engine.playbook.io;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filorosso.engine.playbook.io.CsvForm.Quoting;

/** Finds how a CSV file was written. */
final class Forms {
    private Forms() {}

    static CsvForm of(List<CsvRecord> records, int columns, char separator, TextForm file) {
        boolean crlfInCells = records.stream().anyMatch(CsvRecord::hasCrlf);
        Map<CsvForm, Set<List<String>>> odd = new LinkedHashMap<>();
        for (Quoting quoting : Quoting.values()) {
            CsvForm form = new CsvForm(file, separator, crlfInCells, quoting, Map.of());
            odd.put(form, odd(form, records, columns));
        }
        // only of the habit that fits best are the digests of odd rows needed
        return odd.entrySet().stream()
                .min(Comparator.comparingInt(form -> form.getValue().size()))
                .map(best -> best.getKey().with(forms(records, best.getValue())))
                .orElseThrow();
    }

    private static Set<List<String>> odd(CsvForm form, List<CsvRecord> records, int columns) {
        Set<List<String>> odd = new HashSet<>();
        for (CsvRecord next : records) {
            Line row = next.asLine();
            if (!form.usual(row, columns).equals(next.form())) {
                odd.add(row.cells());
            }
        }
        return odd;
    }

    // every row of the same cells, also the usual ones, so that they come out in their order
    private static Map<String, List<LineForm>> forms(List<CsvRecord> records, Set<List<String>> odd) {
        Map<String, List<LineForm>> forms = new LinkedHashMap<>();
        for (CsvRecord next : records) {
            Line row = next.asLine();
            if (odd.contains(row.cells())) {
                forms.computeIfAbsent(CsvForm.digest(row), digest -> new ArrayList<>())
                        .add(next.form());
            }
        }
        return forms;
    }
}
