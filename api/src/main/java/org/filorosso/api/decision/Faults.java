package org.filorosso.api.decision;

import java.util.ArrayList;
import java.util.List;
import org.filorosso.api.problem.Fault;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request, so that all of it is told at once. Not thread-safe. */
final class Faults {
    private final List<Fault> found;
    private final String prefix;

    Faults() {
        this(new ArrayList<>(), "");
    }

    private Faults(List<Fault> found, String prefix) {
        this.found = found;
        this.prefix = prefix;
    }

    /** Faults of a part of the body, told with the others. */
    Faults under(String pointer) {
        return new Faults(found, prefix + pointer);
    }

    void add(String pointer, String message, @Nullable Object rejected, @Nullable String hint) {
        found.add(new Fault(prefix + pointer, message, rejected, hint));
    }

    /** A name as a part of a JSON pointer. */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** Takes over what another check refused. */
    void addAll(Refusal refusal) {
        refusal.faults().forEach(fault -> add(fault.pointer(), fault.message(), fault.rejected(), fault.hint()));
    }

    /** All of them so far. */
    List<Fault> found() {
        return List.copyOf(found);
    }

    int count() {
        return found.size();
    }

    void throwIfAny() {
        throwIfAny(Kind.INVALID);
    }

    void throwIfAny(Kind kind) {
        if (!found.isEmpty()) {
            String more = found.size() == 1 ? "" : " There are " + (found.size() - 1) + " more faults.";
            Fault first = found.get(0);
            throw Refusal.of(kind, first.pointer() + " " + first.message() + "." + more, found);
        }
    }
}
