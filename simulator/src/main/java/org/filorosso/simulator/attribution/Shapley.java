package org.filorosso.simulator.attribution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Credit by Shapley's value. The game: a set of channels earns the conversions of all paths that used none but them.
 *
 * <p>Shapley, A value for n-person games, Contributions to the Theory of Games 2 (1953) 307-317, theorem; as attribution: Dalessandro,
 * Perlich, Stitelman, Provost, Causally motivated attribution for online advertising, ADKDD 2012. In this game a path's conversions go
 * in equal parts to its channels (its dividend: Harsanyi 1959), which {@link #value} confirms by the definition.
 */
public final class Shapley implements Attribution {
    /** Up to so many channels the value is computed from its definition; beyond, from a seeded sample of orders. */
    public static final int EXACT = 12;

    private static final int SAMPLE = 20_000;

    private final long seed;

    /** @param seed of the sample beyond {@value #EXACT} channels */
    public Shapley(long seed) {
        this.seed = seed;
    }

    @Override
    public Map<String, Credit> credits(List<ContactPath> paths) {
        TreeSet<String> names = new TreeSet<>();
        paths.forEach(path -> names.addAll(path.channels()));
        List<String> channels = List.copyOf(names);
        List<double[]> credits = channels.size() <= EXACT ? exact(channels, paths) : sampled(channels, paths);
        Map<String, Credit> named = new TreeMap<>();
        for (int i = 0; i < channels.size(); i++) {
            named.put(channels.get(i), new Credit(credits.get(0)[i], credits.get(1)[i], null));
        }
        return named;
    }

    private static List<double[]> exact(List<String> channels, List<ContactPath> paths) {
        double[] conversions = new double[1 << channels.size()];
        double[] values = new double[1 << channels.size()];
        for (ContactPath path : paths) {
            int set = 0;
            for (String channel : path.channels()) {
                set |= 1 << channels.indexOf(channel);
            }
            conversions[set] += path.conversions();
            values[set] += path.value();
        }
        return List.of(value(channels.size(), game(conversions)), value(channels.size(), game(values)));
    }

    /** From what each exact set earned to what each set earns with all its subsets. */
    private static IntToDoubleFunction game(double[] earned) {
        double[] sums = earned.clone();
        for (int player = 1; player < sums.length; player <<= 1) {
            for (int set = 0; set < sums.length; set++) {
                sums[set] += (set & player) != 0 ? sums[set ^ player] : 0;
            }
        }
        return set -> sums[set];
    }

    /**
     * Shapley's value of any game, by its definition: the mean of what a player adds, over all orders.
     *
     * @param players up to 20
     * @param game what a set of players, as bits, earns
     */
    public static double[] value(int players, IntToDoubleFunction game) {
        double[] weights = new double[players];
        for (int size = 0; size < players; size++) {
            weights[size] = size == 0 ? 1.0 / players : weights[size - 1] * size / (players - size);
        }
        double[] value = new double[players];
        for (int set = 0; set < 1 << players; set++) {
            double earned = game.applyAsDouble(set);
            int size = Integer.bitCount(set);
            for (int player = 0; player < players; player++) {
                boolean in = (set & 1 << player) != 0;
                value[player] += in ? weights[size - 1] * earned : size < players ? -weights[size] * earned : 0;
            }
        }
        return value;
    }

    /** Castro, Gomez, Tejada, Polynomial calculation of the Shapley value based on sampling, Computers and OR 36 (2009) 1726-1730. */
    private List<double[]> sampled(List<String> channels, List<ContactPath> paths) {
        UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(seed);
        List<List<Integer>> sets = sets(channels, paths);
        double[] conversions = new double[channels.size()];
        double[] values = new double[channels.size()];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < channels.size(); i++) {
            order.add(i);
        }
        int[] rank = new int[channels.size()];
        for (int draw = 0; draw < SAMPLE; draw++) {
            ListSampler.shuffle(random, order);
            for (int i = 0; i < order.size(); i++) {
                rank[order.get(i)] = i;
            }
            for (int i = 0; i < paths.size(); i++) {
                // the last of a path's channels to come completes it
                int last = Collections.max(sets.get(i), java.util.Comparator.comparingInt(channel -> rank[channel]));
                conversions[last] += paths.get(i).conversions() / SAMPLE;
                values[last] += paths.get(i).value() / SAMPLE;
            }
        }
        return List.of(conversions, values);
    }

    private static List<List<Integer>> sets(List<String> channels, List<ContactPath> paths) {
        return paths.stream()
                .map(path -> path.channels().stream()
                        .distinct()
                        .map(channels::indexOf)
                        .toList())
                .toList();
    }
}
