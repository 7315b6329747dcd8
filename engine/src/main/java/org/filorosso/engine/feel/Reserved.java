package org.filorosso.engine.feel;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The names that a playbook may not give to an attribute, an experiment or an event's field in scope. */
final class Reserved {
    static final Set<String> NAMES = names();

    private Reserved() {}

    private static Set<String> names() {
        Set<String> names = new TreeSet<>(Set.of(
                "channel",
                "direction",
                "language",
                "household",
                "now",
                "today",
                "hour",
                "weekday",
                "stage",
                "segments",
                "lists",
                "consents",
                "recency",
                "frequency",
                "monetary",
                "rfm",
                "customer value",
                "value change",
                "days in stage",
                "preferred channels",
                "open promises",
                "broken promises",
                "missing",
                "yes",
                "no"));
        Stream.of(HistoryCall.Function.values())
                .map(HistoryCall.Function::words)
                .forEach(names::add);
        return Set.copyOf(names);
    }
}
