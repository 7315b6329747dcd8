package org.filorosso.simulator.population;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.decide.Subject.Consent;
import org.filorosso.engine.decide.Subject.Dated;
import org.filorosso.engine.history.History;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.simulator.chance.Draws;
import org.jspecify.annotations.Nullable;

/**
 * Draws customers. Each is a function of the seed and of his number or id, so that any of them can be drawn alone, by any
 * thread.
 */
public final class Crowd {
    private static final long TRAIT = Draws.part("trait");
    private static final long CONSENT = Draws.part("consent");
    private static final long CHANNEL = Draws.part("channel");
    private static final long HOUSEHOLD = Draws.part("household");
    private static final long MOOD = Draws.part("satisfaction");
    private static final double BEST = 10;

    private final Population population;
    private final Playbook playbook;
    private final Draws draws;

    public Crowd(Population population, Playbook playbook, Draws draws) {
        this.population = population;
        this.playbook = playbook;
        this.draws = draws;
    }

    /** A generated customer, by number from 0. */
    public Person generated(int number) {
        return generated(number, Subject.unknown(id(number)));
    }

    /** Another customer with the attributes, consents and preferences of one of a file; what that lacks is drawn. */
    public Person resampled(int number, Subject like) {
        return generated(
                number,
                new Subject(
                        id(number),
                        null,
                        like.language(),
                        like.attributes(),
                        like.consents(),
                        like.preferredChannels(),
                        Set.of(),
                        History.NONE,
                        History.NONE,
                        like.worth()));
    }

    private Person generated(int number, Subject given) {
        long key = Draws.part(given.id());
        Map<String, Object> values = values(key, given);
        Map<String, Dated> attributes = new HashMap<>(given.attributes());
        Map<String, Object> hidden = new HashMap<>();
        for (Population.Trait trait : population.traits()) {
            Object value = values.get(trait.name());
            if (value != null && trait.hidden()) {
                hidden.put(trait.name(), value);
            } else if (value != null) {
                attributes.putIfAbsent(trait.name(), Dated.of(value));
            }
        }
        boolean bare = given.attributes().isEmpty();
        Subject subject = new Subject(
                given.id(),
                household(number),
                given.language(),
                Map.copyOf(attributes),
                bare && given.consents().isEmpty() ? consents(key) : given.consents(),
                bare && given.preferredChannels().isEmpty() ? preferred(key) : given.preferredChannels(),
                Set.of(),
                History.NONE,
                History.NONE,
                given.worth());
        return new Person(subject, Map.copyOf(hidden), satisfaction(key, values), key);
    }

    /** A customer as he is, with the traits that no file holds. */
    public Person known(Subject subject) {
        long key = Draws.part(subject.id());
        Map<String, Object> values = values(key, subject);
        Map<String, Object> hidden = new HashMap<>();
        population.traits().stream().filter(Population.Trait::hidden).forEach(trait -> {
            Object value = values.get(trait.name());
            if (value != null) {
                hidden.put(trait.name(), value);
            }
        });
        return new Person(subject, Map.copyOf(hidden), satisfaction(key, values), key);
    }

    /** Which of {@code rows} rows a resampled customer is like. */
    public int pick(int number, int rows) {
        return draws.below(rows, Draws.part("resample"), number);
    }

    private String id(int number) {
        boolean rows = playbook.settings().importId().toLowerCase(Locale.ROOT).equals("row");
        return rows ? "row-" + (number + 1) : population.prefix() + (number + 1);
    }

    /** Values of all traits; what the customer brings counts before what is drawn. */
    private Map<String, Object> values(long key, Subject given) {
        Map<String, Double> units = new HashMap<>();
        for (Population.Trait trait : population.traits()) {
            units.put(trait.name(), draws.unit(key, TRAIT, Draws.part(trait.name())));
        }
        population.copula().mix(units);
        Map<String, Object> values = new LinkedHashMap<>();
        given.attributes().forEach((name, dated) -> values.put(name, dated.value()));
        for (Population.Trait trait : population.traits()) {
            if (!values.containsKey(trait.name())) {
                Object value = trait.distribution().at(units.getOrDefault(trait.name(), 0.5), values::get);
                if (value != null) {
                    values.put(trait.name(), value);
                }
            }
        }
        return values;
    }

    private double satisfaction(long key, Map<String, Object> values) {
        Object start = population.behaviour().mood().start().at(draws.unit(key, MOOD), values::get);
        return start instanceof BigDecimal number ? Math.max(0, Math.min(BEST, number.doubleValue())) : BEST / 2;
    }

    private Map<String, Consent> consents(long key) {
        Map<String, Consent> consents = new HashMap<>();
        population.consents().forEach((purpose, said) -> {
            double unit = draws.unit(key, CONSENT, Draws.part(purpose));
            if (unit < said.granted()) {
                consents.put(purpose, Consent.of(true));
            } else if (unit < said.granted() + said.refused()) {
                consents.put(purpose, Consent.of(false));
            }
        });
        return Map.copyOf(consents);
    }

    /** Channels in an order drawn without replacement, each next one by its weight; two are named. */
    private List<String> preferred(long key) {
        if (draws.unit(key, CHANNEL) >= population.stated()) {
            return List.of();
        }
        Map<String, Double> left = new LinkedHashMap<>(population.preferred());
        List<String> order = new ArrayList<>();
        for (int place = 0; place < 2 && !left.isEmpty(); place++) {
            String next = weighted(left, draws.unit(key, CHANNEL, place));
            order.add(next);
            left.remove(next);
        }
        return List.copyOf(order);
    }

    private static String weighted(Map<String, Double> weights, double unit) {
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        double up = 0;
        String last = "";
        for (Map.Entry<String, Double> one : weights.entrySet()) {
            up += one.getValue();
            last = one.getKey();
            if (unit * sum < up) {
                return last;
            }
        }
        return last;
    }

    /** The household that begins with the first of a row of customers who each live with the one before. */
    private @Nullable String household(int number) {
        int first = number;
        while (livesWithTheOneBefore(first)) {
            first--;
        }
        return first == number && !livesWithTheOneBefore(number + 1) ? null : "h-" + (first + 1);
    }

    private boolean livesWithTheOneBefore(int number) {
        return number > 0 && draws.unit(HOUSEHOLD, number) < population.households();
    }
}
