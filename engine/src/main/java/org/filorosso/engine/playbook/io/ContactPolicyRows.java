package org.filorosso.engine.playbook.io;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.playbook.ContactPolicy;
import org.filorosso.engine.playbook.ContactPolicy.Calendar;
import org.filorosso.engine.playbook.ContactPolicy.Per;
import org.filorosso.engine.playbook.ContactPolicy.Window;
import org.filorosso.engine.playbook.Direction;
import org.jspecify.annotations.Nullable;

/** Reads contact-policy.csv. */
final class ContactPolicyRows {
    private static final Map<String, Calendar> CALENDAR = Words.of(Calendar.class);

    private final Scope scope;

    ContactPolicyRows(Scope scope) {
        this.scope = scope;
    }

    ContactPolicy read(Entry line) {
        line.need("outcome");
        line.need("limit");
        Integer limit = scope.cells().count(line, "limit", 1);
        return new ContactPolicy(
                scope.rows().read(line),
                scope.references().target(line, "target"),
                Objects.requireNonNullElse(line.choice("per", Words.of(Per.class), null), Per.ALL),
                scope.references().channels(line),
                direction(line),
                References.outcomes(line, Set.of()),
                limit == null ? 1 : limit,
                window(line),
                scope.cells().spanWithin(line, "suppress"),
                ListRows.level(line));
    }

    private static @Nullable Direction direction(Entry line) {
        Set<Direction> directions = line.choice("direction", ChannelRows.DIRECTIONS, Set.of());
        return directions != null && directions.size() == 1
                ? directions.iterator().next()
                : null;
    }

    private Window window(Entry line) {
        line.need("within");
        Calendar calendar = CALENDAR.get(line.text("within").toLowerCase(Locale.ROOT));
        Span rolling = calendar == null ? scope.cells().spanWithin(line, "within") : null;
        return new Window(rolling, calendar);
    }
}
