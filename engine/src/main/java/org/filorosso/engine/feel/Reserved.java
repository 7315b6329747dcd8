package org.filorosso.engine.feel;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.kie.dmn.feel.runtime.functions.BuiltInFunctions;

/** The names that a playbook may not give to an attribute or an experiment. */
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
                "no",
                "item"));
        names.addAll(Standard.names());
        Stream.of(BuiltInFunctions.getFunctions()).forEach(function -> names.add(function.getName()));
        return Set.copyOf(names);
    }
}
