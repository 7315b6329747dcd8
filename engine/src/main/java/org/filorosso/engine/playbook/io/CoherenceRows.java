package org.filorosso.engine.playbook.io;

import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Coherence;
import org.filorosso.engine.playbook.Coherence.Better;
import org.filorosso.engine.playbook.Coherence.Kind;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.Row;
import org.filorosso.engine.playbook.Target;
import org.jspecify.annotations.Nullable;

/** Reads coherence.csv, where the kind of a row says which of its columns count. */
final class CoherenceRows {
    private static final Map<Kind, Set<Outcome>> DEFAULTS = Map.of(
            Kind.NOT_AFTER, EnumSet.of(Outcome.PRESENTED, Outcome.SENT),
            Kind.REQUIRES, EnumSet.of(Outcome.ACCEPTED));

    private final Scope scope;

    CoherenceRows(Scope scope) {
        this.scope = scope;
    }

    Coherence read(Entry line) {
        Kind kind = line.choice("kind", Words.of(Kind.class), null);
        Row row = scope.rows().read(line);
        Target target = scope.references().target(line, "target");
        if (kind != null) {
            checkColumns(line, kind);
            checkKind(line, kind, row, target);
        }
        return new Coherence(
                row,
                Objects.requireNonNullElse(kind, Kind.NEVER_TOGETHER),
                target,
                scope.references().targetOrNull(line, "other"),
                outcomes(line, kind),
                within(line),
                Objects.requireNonNullElse(line.choice("better", Words.of(Better.class), Better.LOWER), Better.LOWER));
    }

    private static Set<Outcome> outcomes(Entry line, @Nullable Kind kind) {
        return References.outcomes(line, kind == null ? Set.of() : DEFAULTS.getOrDefault(kind, Set.of()));
    }

    private @Nullable Span within(Entry line) {
        return scope.cells().spanWithin(line, "within");
    }

    private static void checkColumns(Entry line, Kind kind) {
        String why = "a row of the kind \"" + Words.word(kind) + "\" does not look at it";
        boolean after = kind == Kind.NOT_AFTER || kind == Kind.REQUIRES;
        if (after || kind == Kind.NEVER_TOGETHER) {
            line.need("other");
        } else {
            line.needless("other", why);
        }
        if (kind == Kind.NOT_AFTER) {
            line.need("within");
        }
        if (!after) {
            line.needless("outcome", why);
            line.needless("within", why);
        }
        if (kind != Kind.SAME_TERMS) {
            line.needless("better", why);
        }
    }

    private void checkKind(Entry line, Kind kind, Row row, Target target) {
        if (kind == Kind.SERVICE_FIRST && row.unconditional() && !line.failed()) {
            line.error(
                    Code.EMPTY_CELL,
                    "a row of the kind \"service first\" needs a condition, or its target is never offered",
                    "Maybe a column with the header case open(\"complaint\") and yes in the cell.");
        }
        if (kind == Kind.SAME_TERMS) {
            target.actions().forEach(index -> checkQuote(line, scope.catalogue().get(index)));
        }
    }

    private static void checkQuote(Entry line, Action action) {
        if (action.limits().quoteValid() == null) {
            line.error(
                    Code.NO_QUOTE,
                    "target",
                    "\"same terms\" needs quotes, and the action \"" + action.name() + "\" has no \"quote valid\"",
                    "Maybe fill \"quote valid\" in line " + action.line() + " of actions.");
        }
    }
}
