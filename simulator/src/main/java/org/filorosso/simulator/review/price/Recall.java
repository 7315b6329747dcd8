package org.filorosso.simulator.review.price;

import java.util.BitSet;
import java.util.List;
import org.filorosso.engine.match.Layers;
import org.filorosso.engine.match.Matcher;
import org.filorosso.engine.playbook.Playbook;

/**
 * Remembers which rows the customer matched that a thread decided last, so that the same customer can be decided again
 * with a rule less and without matching: taking away a rule changes no other row's match.
 */
final class Recall {
    private final Matcher matcher;
    private final ThreadLocal<List<BitSet>> last;

    /** @param matcher finds the rows of this very playbook */
    Recall(Playbook playbook, Matcher matcher) {
        this.matcher = matcher;
        int layers = Layers.of(playbook).layers().size();
        this.last = ThreadLocal.withInitial(() ->
                java.util.stream.Stream.generate(BitSet::new).limit(layers).toList());
    }

    /** Matches and remembers. */
    Matcher recording() {
        return (layer, fact, rows) -> {
            BitSet found = last.get().get(layer);
            found.clear();
            matcher.match(layer, fact, found);
            rows.or(found);
        };
    }

    /** Says again what was found last on this thread. */
    Matcher replaying() {
        return (layer, fact, rows) -> rows.or(last.get().get(layer));
    }
}
