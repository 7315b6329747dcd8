package org.filorosso.api.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.filorosso.api.problem.Fault;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.engine.playbook.io.Nearest;
import org.jspecify.annotations.Nullable;

/** The parameters of an address, read strictly: unknown, repeated and unreadable ones are all told, none is passed over. */
public final class Parameters {
    private static final int LONGEST = 200;

    private final Map<String, List<String>> given;
    private final List<Fault> faults = new ArrayList<>();

    /** @param known the names that mean something here */
    public Parameters(Map<String, List<String>> given, Collection<String> known) {
        this.given = given;
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                fault(name, "is no parameter here", null, "Maybe one of " + String.join(", ", known) + ".");
            } else if (values.size() > 1) {
                fault(name, "is given " + values.size() + " times", null, "Maybe once is enough.");
            }
        });
    }

    /** The text of a parameter; null where it is absent or empty. */
    @Nullable
    String text(String name) {
        List<String> values = given.getOrDefault(name, List.of());
        String text = values.isEmpty() ? null : values.get(0);
        if (text != null && text.length() > LONGEST) {
            fault(name, "is longer than " + LONGEST + " characters", null, null);
            return null;
        }
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** An instant in RFC 3339. A plus sign that the address turned into a space is one. */
    @Nullable
    Instant instant(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            Instant read = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            if (read.isBefore(Period.EARLIEST) || read.isAfter(Period.LATEST)) {
                fault(name, "is outside the years 1900 to 2999", text, null);
                return null;
            }
            return read;
        } catch (DateTimeException e) {
            fault(name, "is no instant with offset", text, "Maybe 2026-03-01T00:00:00Z.");
            return null;
        }
    }

    /** One of some words, or the one that holds where none is given. */
    String choice(String name, Collection<String> words, String otherwise) {
        String text = text(name);
        if (text == null || words.contains(text)) {
            return text == null ? otherwise : text;
        }
        String near = Nearest.maybe(text, words);
        fault(name, "is none of the choices", text, near != null ? near : "Maybe one of " + String.join(", ", words));
        return otherwise;
    }

    /** Notes that a parameter is wrong. */
    void fault(String name, String message, @Nullable Object rejected, @Nullable String hint) {
        faults.add(new Fault("/" + name, message, rejected, hint));
    }

    /** @throws Refusal with every fault, if there is one */
    public void check() {
        if (!faults.isEmpty()) {
            throw Refusal.of(Kind.INVALID, "The address asks for something that cannot be.", faults);
        }
    }
}
