package org.filorosso.api.subject;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.filorosso.api.problem.Fault;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.engine.playbook.io.Nearest;
import org.filorosso.simulator.customers.ValueException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Collects all that is wrong with a request, so that it is told at once. Not thread-safe. */
final class Faults {
    private static final int SHOWN = 200;

    private final List<Fault> found = new ArrayList<>();

    void add(String pointer, String message, @Nullable Object rejected, @Nullable String hint) {
        found.add(new Fault(pointer, message, rejected instanceof JsonNode node ? shown(node) : rejected, hint));
    }

    void add(String pointer, JsonNode rejected, ValueException fault) {
        add(pointer, fault.reason(), rejected, fault.hint());
    }

    /** A name that is none of the valid ones. */
    void unknown(String pointer, String message, String name, Collection<String> valid) {
        add(pointer, message, name, Nearest.maybe(name, valid));
    }

    /** {@code parent/name}, escaped as JSON pointers are. */
    static String pointer(String parent, String name) {
        return parent + '/' + name.replace("~", "~0").replace("/", "~1");
    }

    static Object shown(JsonNode node) {
        String text = node.isString() ? node.stringValue() : node.toString();
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    }

    List<Fault> found() {
        return found;
    }

    /** @throws Refusal if anything was wrong */
    void throwIfAny(String detail) {
        if (!found.isEmpty()) {
            throw Refusal.of(Kind.INVALID, detail, found);
        }
    }
}
