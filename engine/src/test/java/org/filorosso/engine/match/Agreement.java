package org.filorosso.engine.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Row;

/** Holds that the two matchers find the same rows of a playbook. */
public final class Agreement {

    private final List<Layers.Layer> layers;
    private final PlainMatcher plain;
    private final Matcher other;
    private final List<String> differences = new ArrayList<>();
    private long pairs;
    private long matches;

    private Agreement(Playbook playbook, Matcher other) {
        this.layers = Layers.of(playbook).layers();
        this.plain = PlainMatcher.of(playbook);
        this.other = other;
    }

    /** Of the matcher on Drools with the plain one. */
    public static Agreement on(Playbook playbook) {
        return on(playbook, DroolsMatcher.of(playbook));
    }

    public static Agreement on(Playbook playbook, Matcher other) {
        return new Agreement(playbook, other);
    }

    /**
     * Compares all layers over one customer.
     *
     * @param fact makes the same customer each time, as a fact remembers what was computed
     */
    public Agreement over(Supplier<Fact> fact) {
        for (int layer = 0; layer < layers.size(); layer++) {
            Fact customer = fact.get();
            compare(layer, found(plain, layer, customer), found(other, layer, fact.get()), customer);
        }
        return this;
    }

    private static BitSet found(Matcher matcher, int layer, Fact fact) {
        BitSet rows = new BitSet();
        matcher.match(layer, fact, rows);
        return rows;
    }

    private void compare(int layer, BitSet expected, BitSet actual, Fact customer) {
        for (Row row : layers.get(layer).rows()) {
            pairs++;
            matches += expected.get(row.index()) ? 1 : 0;
            boolean explained = plain.verdict(row, customer).matches(row.whenUnknown());
            if (expected.get(row.index()) != actual.get(row.index()) || explained != expected.get(row.index())) {
                differences.add("layer " + layer + ", " + row + ": plain " + expected.get(row.index()) + ", explained "
                        + explained + ", other " + actual.get(row.index()));
            }
        }
        expected.xor(actual);
        layers.get(layer).rows().forEach(row -> expected.clear(row.index()));
        if (!expected.isEmpty()) {
            differences.add("layer " + layer + ": rows of other layers " + expected);
        }
    }

    /** What they do not agree on, in words. */
    public List<String> differences() {
        return differences;
    }

    /** Pairs of a row and a customer compared. */
    public long pairs() {
        return pairs;
    }

    /** Pairs that match. */
    public long matches() {
        return matches;
    }
}
