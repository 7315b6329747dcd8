package org.filorosso.simulator.customers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.filorosso.engine.playbook.io.Nearest;

/** The header of a history or event file. */
record Header(Map<String, Integer> positions) {

    /**
     * @param synonyms names that mean a column
     * @param valid every column there may be
     * @throws FlawException for each unknown and each double column, and each needed one that is missing
     */
    static Header of(
            String file, List<String> header, Map<String, String> synonyms, List<String> valid, List<String> needed)
            throws FlawException {
        List<Flaw> flaws = new ArrayList<>();
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).toLowerCase(Locale.ROOT);
            String column = synonyms.getOrDefault(name, name);
            if (name.startsWith("#")) {
                continue;
            }
            if (!valid.contains(column)) {
                flaws.add(new Flaw(
                        file, 1, header.get(i), null, "is no column of this file", Nearest.maybe(column, valid)));
            } else if (positions.putIfAbsent(column, i) != null) {
                flaws.add(new Flaw(file, 1, header.get(i), null, "stands twice", "Maybe remove one of them."));
            }
        }
        needed.stream()
                .filter(column -> !positions.containsKey(column))
                .forEach(column -> flaws.add(new Flaw(file, 1, column, null, "the column is missing", null)));
        if (!flaws.isEmpty()) {
            throw new FlawException(flaws);
        }
        return new Header(Map.copyOf(positions));
    }

    int position(String column) {
        return positions.getOrDefault(column, -1);
    }
}
