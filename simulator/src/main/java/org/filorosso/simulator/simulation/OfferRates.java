package org.filorosso.simulator.simulation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.simulator.log.CsvText;
import org.jspecify.annotations.Nullable;

/**
 * How many customers of each group are ever offered each action, by attributes that were marked for it. Groups are values as
 * customers began; of numbers quarters of the customers, of dates years; who has no value is a group of his own.
 */
final class OfferRates {
    private static final String MISSING = "(missing)";
    private static final int QUARTERS = 4;
    private static final int YEAR = 4;

    private final String arm;
    private final List<Member> members;

    OfferRates(String arm, List<Member> members) {
        this.arm = arm;
        this.members = members;
    }

    /** {@code arm, attribute, group, action, customers, offered}: a row for every action that anybody is offered. */
    String rows(List<String> attributes, Instant since) {
        List<Set<String>> offered = new ArrayList<>(members.size());
        Set<String> actions = new TreeSet<>();
        for (Member member : members) {
            offered.add(offered(member, since));
            actions.addAll(offered.get(member.number));
        }
        CsvText csv = new CsvText();
        for (String attribute : attributes) {
            groups(attribute)
                    .forEach((group, people) -> actions.forEach(action -> csv.text(arm)
                            .text(attribute)
                            .text(group)
                            .text(action)
                            .number(people.size())
                            .number(people.stream()
                                    .filter(one -> offered.get(one.number).contains(action))
                                    .count())
                            .end()));
        }
        return csv.toString();
    }

    private static Set<String> offered(Member member, Instant since) {
        Set<String> offered = new HashSet<>();
        for (Interaction row : member.interactions) {
            if (!row.at().isBefore(since) && (row.outcome() == Outcome.PRESENTED || row.outcome() == Outcome.SENT)) {
                offered.add(row.action());
            }
        }
        return offered;
    }

    private Map<String, List<Member>> groups(String attribute) {
        List<BigDecimal> numbers = members.stream()
                .map(member -> value(member, attribute))
                .filter(BigDecimal.class::isInstance)
                .map(BigDecimal.class::cast)
                .sorted()
                .toList();
        Map<String, List<Member>> groups = new TreeMap<>();
        if (!numbers.isEmpty()) {
            groups = new LinkedHashMap<>();
            for (int i = 0; i < QUARTERS; i++) {
                groups.put(quarter(numbers, i), new ArrayList<>());
            }
        }
        for (Member member : members) {
            groups.computeIfAbsent(group(value(member, attribute), numbers), unseen -> new ArrayList<>())
                    .add(member);
        }
        groups.values().removeIf(List::isEmpty);
        return groups;
    }

    private static @Nullable Object value(Member member, String attribute) {
        var dated = member.person.subject().attributes().get(attribute);
        return dated == null ? null : dated.value();
    }

    private static String group(@Nullable Object value, List<BigDecimal> numbers) {
        if (value == null) {
            return MISSING;
        }
        if (value instanceof BigDecimal number) {
            int quarter = 0;
            while (quarter < QUARTERS - 1 && number.compareTo(edge(numbers, quarter + 1)) >= 0) {
                quarter++;
            }
            return quarter(numbers, quarter);
        }
        boolean date = value instanceof java.time.temporal.Temporal;
        if (value instanceof Boolean is) {
            return is ? "yes" : "no";
        }
        return date ? value.toString().substring(0, YEAR) : value.toString();
    }

    private static BigDecimal edge(List<BigDecimal> numbers, int quarter) {
        return numbers.get(Math.min(numbers.size() - 1, numbers.size() * quarter / QUARTERS));
    }

    private static String quarter(List<BigDecimal> numbers, int quarter) {
        String from = edge(numbers, quarter).toPlainString();
        return quarter == QUARTERS - 1
                ? "from " + from
                : "from " + from + " to below " + edge(numbers, quarter + 1).toPlainString();
    }
}
