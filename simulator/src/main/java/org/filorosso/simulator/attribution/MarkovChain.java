package org.filorosso.simulator.attribution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;

/**
 * Credit by what would be lost without a channel, in the absorbing Markov chain of the paths: solved exactly, not simulated.
 *
 * <p>Anderl, Becker, von Wangenheim, Schumann, Mapping the customer journey: lessons learned from graph-based online attribution
 * modeling, International Journal of Research in Marketing 33 (2016) 457-474, section 3. A state is the last {@code order} contacts;
 * a contact with a removed channel is lost. The probability to convert from a state is the solution of (I - Q) b = r: Kemeny, Snell,
 * Finite Markov Chains (1960), theorem 3.3.7.
 */
public final class MarkovChain implements Attribution {
    /** The largest memory of the chain, in contacts. */
    public static final int HIGHEST_ORDER = 4;

    /** The most states: a system of more equations takes minutes. */
    public static final int MOST_STATES = 2500;

    private static final List<String> START = List.of();
    private static final List<String> CONVERSION = List.of("(conversion)", "");
    private static final List<String> NOTHING = List.of("(null)", "");

    private final int order;

    /** @param order contacts that the next one depends on, 1 to {@value #HIGHEST_ORDER} */
    public MarkovChain(int order) {
        this.order = order;
    }

    /** What happened after each state, by the customers it happened to, and what they were worth. */
    private static final class Flow {
        final Map<List<String>, Map<List<String>, Double>> next = new LinkedHashMap<>();
        final Map<List<String>, Integer> numbers = new LinkedHashMap<>();
        final Map<List<String>, Double> worth = new LinkedHashMap<>();

        void add(List<String> from, List<String> to, double customers) {
            if (customers > 0) {
                numbers.putIfAbsent(from, numbers.size());
                next.computeIfAbsent(from, key -> new LinkedHashMap<>()).merge(to, customers, Double::sum);
            }
        }
    }

    @Override
    public Map<String, Credit> credits(List<ContactPath> paths) {
        Set<String> channels = new TreeSet<>();
        paths.forEach(path -> channels.addAll(path.channels()));
        double conversions =
                paths.stream().mapToDouble(ContactPath::conversions).sum();
        double value = paths.stream().mapToDouble(ContactPath::value).sum();
        Flow flow = flow(paths);
        Map<String, Double> effects = new TreeMap<>();
        Map<String, Double> worths = new TreeMap<>();
        removalEffects(flow, channels, effects, worths);
        Map<String, Credit> credits = new TreeMap<>();
        effects.forEach((channel, effect) -> credits.put(
                channel, new Credit(share(effects, channel) * conversions, share(worths, channel) * value, effect)));
        return credits;
    }

    private static double share(Map<String, Double> effects, String channel) {
        double all = effects.values().stream().mapToDouble(effect -> effect).sum();
        return all > 0 ? effects.getOrDefault(channel, 0.0) / all : 0;
    }

    private Flow flow(List<ContactPath> paths) {
        Flow flow = new Flow();
        for (ContactPath path : paths) {
            double customers = path.conversions() + path.nulls();
            List<String> state = START;
            for (String channel : path.channels()) {
                List<String> next = after(state, channel);
                flow.add(state, next, customers);
                state = next;
            }
            flow.add(state, CONVERSION, path.conversions());
            flow.worth.merge(state, path.value(), Double::sum);
            flow.add(state, NOTHING, path.nulls());
        }
        if (flow.numbers.size() > MOST_STATES) {
            throw new IllegalArgumentException("the chain has " + flow.numbers.size() + " states, more than "
                    + MOST_STATES + ". Maybe a lower --order.");
        }
        return flow;
    }

    private List<String> after(List<String> state, String channel) {
        List<String> next = new ArrayList<>(state);
        next.add(channel);
        return List.copyOf(next.subList(Math.max(0, next.size() - order), next.size()));
    }

    private static void removalEffects(
            Flow flow, Set<String> channels, Map<String, Double> effects, Map<String, Double> worths) {
        double[] whole = earned(flow, Set.of());
        for (String channel : channels) {
            Set<List<String>> removed = new HashSet<>();
            flow.numbers.keySet().stream()
                    .filter(state -> state.contains(channel))
                    .forEach(removed::add);
            double[] left = earned(flow, removed);
            effects.put(channel, whole[0] > 0 ? 1 - left[0] / whole[0] : 0);
            worths.put(channel, whole[1] > 0 ? 1 - left[1] / whole[1] : 0);
        }
    }

    /** The probability to convert from the start, and the worth of it, where who comes to a removed state is lost. */
    private static double[] earned(Flow flow, Set<List<String>> removed) {
        int n = flow.numbers.size();
        if (n == 0) {
            return new double[2];
        }
        Array2DRowRealMatrix stay = new Array2DRowRealMatrix(n, n);
        Array2DRowRealMatrix convert = new Array2DRowRealMatrix(n, 2);
        flow.next.forEach((from, outcomes) -> {
            int row = flow.numbers.getOrDefault(from, 0);
            stay.setEntry(row, row, 1);
            if (removed.contains(from)) {
                return;
            }
            double all = outcomes.values().stream().mapToDouble(count -> count).sum();
            outcomes.forEach((to, count) -> {
                Integer column = flow.numbers.get(to);
                if (column != null) {
                    stay.addToEntry(row, column, -count / all);
                } else if (to.equals(CONVERSION)) {
                    convert.addToEntry(row, 0, count / all);
                    convert.addToEntry(row, 1, flow.worth.getOrDefault(from, 0.0) / all);
                }
            });
        });
        return new LUDecomposition(stay).getSolver().solve(convert).getRow(flow.numbers.getOrDefault(START, 0));
    }
}
