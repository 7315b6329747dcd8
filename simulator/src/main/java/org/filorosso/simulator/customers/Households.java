package org.filorosso.simulator.customers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/**
 * Who lives with whom, from the household column of a customer file. Only members of whom something is known are kept.
 *
 * @param members ids by household
 */
public record Households(Map<String, List<String>> members) {

    /** Nobody lives with anybody. */
    public static final Households NONE = new Households(Map.of());

    private static final int BATCH = 1_000;

    /**
     * Reads the customer file once for its households; rows that cannot be understood are left to the second reading.
     *
     * @throws FlawException if the file cannot be read
     */
    public static Households read(Playbook playbook, CustomerFile.Options options, DataFile file, Pasts pasts)
            throws FlawException {
        Map<String, List<String>> members = new HashMap<>();
        try (CustomerFile customers = CustomerFile.open(playbook, options, file)) {
            List<CustomerFile.Row> rows = customers.next(BATCH);
            while (!rows.isEmpty()) {
                rows.forEach(row -> add(subject(row), pasts, members));
                rows = customers.next(BATCH);
            }
        }
        return new Households(members);
    }

    private static @Nullable Subject subject(CustomerFile.Row row) {
        try {
            return row.subject();
        } catch (FlawException e) {
            // reported when the row is decided
            return null;
        }
    }

    private static void add(@Nullable Subject subject, Pasts pasts, Map<String, List<String>> members) {
        String household = subject == null ? null : subject.household();
        if (subject != null && household != null && pasts.knows(subject.id())) {
            members.computeIfAbsent(household, unknown -> new ArrayList<>(2)).add(subject.id());
        }
    }

    /** The other members of a subject's household of whom something is known. */
    List<String> others(Subject subject) {
        String household = subject.household();
        if (household == null) {
            return List.of();
        }
        return members.getOrDefault(household, List.of()).stream()
                .filter(member -> !member.equals(subject.id()))
                .toList();
    }
}
