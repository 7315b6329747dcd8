package org.filorosso.simulator.review.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.feel.Op;
import org.filorosso.engine.feel.Slot;
import org.filorosso.engine.feel.Test;
import org.filorosso.engine.feel.Type;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Condition;
import org.filorosso.engine.playbook.Dates;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Experiment;
import org.filorosso.engine.playbook.Row;
import org.filorosso.engine.playbook.ScopeName;
import org.jspecify.annotations.Nullable;

/** Whom a row is about: its conditions as clauses that follow "customers". */
final class Conditions {

    /** Names of the scope that have a clause of their own where a cell names values. */
    private static final Map<String, String> OWN = Map.of(
            ScopeName.STAGE.words(),
            "who.stage",
            ScopeName.SEGMENTS.words(),
            "who.segments",
            ScopeName.LISTS.words(),
            "who.lists",
            ScopeName.CONSENTS.words(),
            "who.consents");

    private final Naming naming;
    private final Words words;
    private final Propositions propositions;

    Conditions(Naming naming, Propositions propositions) {
        this.naming = naming;
        this.words = naming.words();
        this.propositions = propositions;
    }

    /** {@code customers whose tenure is at most 3 months}, or {@code everybody, when ...}. */
    String who(Row row) {
        return audience(row, "customers", "who.everybody");
    }

    /** {@code to customers whose ...}, or {@code when ...}. */
    String toWhom(Row row) {
        return audience(row, "to", "");
    }

    /** {@code for customers whose ...}, or {@code when ...}. */
    String byWhom(Row row) {
        return audience(row, "by", "");
    }

    /** {@code , for customers whose ...}, or {@code , when ...}; nothing when it is everybody. */
    String forWhom(Row row) {
        return row.unconditional() ? "" : ", " + byWhom(row);
    }

    /** What is asked of people, then what is asked of the situation. */
    private String audience(Row row, String people, String nobody) {
        List<String> clauses = new ArrayList<>();
        List<String> situations = new ArrayList<>();
        for (Condition condition : row.conditions()) {
            (situation(condition) ? situations : clauses).add(clause(condition));
        }
        Expr when = row.when();
        if (when != null) {
            clauses.add(words.say("who.holds", clauses.isEmpty() ? propositions.so(when) : propositions.part(when)));
        }
        String said = words.and(situations);
        if (clauses.isEmpty()) {
            return nobody.isEmpty() ? said : words.say(nobody, said);
        }
        return words.say(people, words.and(clauses)) + (said.isEmpty() ? "" : ", " + said);
    }

    /** Whether a condition is about the contact and not about the customer. */
    private boolean situation(Condition condition) {
        if (condition.test() instanceof Test.Holds) {
            return false;
        }
        Slot slot = naming.playbook().names().slot(condition.slot());
        String name = slot instanceof Slot.Named named ? named.name() : "";
        return name.equals(ScopeName.CHANNEL.words())
                || (name.equals(ScopeName.DIRECTION.words()) && plainDirection(condition.test()) != null)
                || naming.experiment(condition.slot()) != null
                || context(condition.slot());
    }

    private boolean context(int slot) {
        Attribute attribute = naming.attribute(slot);
        return attribute != null && attribute.source() == Attribute.Source.CONTEXT;
    }

    /** From when until when the row holds, as a sentence after a space; nothing when always. */
    String dates(Dates dates) {
        if (dates.always()) {
            return "";
        }
        String from = dates.from() == null ? "" : words.from(dates.from());
        String until = dates.until() == null ? "" : words.until(dates.until());
        String key = until.isEmpty() ? "dates.from" : from.isEmpty() ? "dates.until" : "dates.both";
        return " " + words.say(key, from.isEmpty() ? until : from, until);
    }

    private String clause(Condition condition) {
        Test test = condition.test();
        if (test instanceof Test.Holds holds) {
            return words.say("who.holds", propositions.so(holds.expr()));
        }
        Slot slot = naming.playbook().names().slot(condition.slot());
        if (slot instanceof Slot.Named named) {
            return named(condition, named);
        }
        Expr header = slot instanceof Slot.Computed computed
                ? computed.expr()
                : new Expr.Counted(condition.slot(), ((Slot.Counted) slot).call(), slot.type());
        return words.say("who.holds", words.say("so.compare", propositions.noun(header), predicate(condition, slot)));
    }

    private String named(Condition condition, Slot.Named named) {
        String own = OWN.get(named.name());
        Chosen chosen = own == null ? null : Chosen.of(condition.test());
        if (chosen != null) {
            return words.say(own + (chosen.not ? ".not" : ".in"), words.or(words.quotes(chosen.texts)));
        }
        Experiment experiment = naming.experiment(condition.slot());
        if (experiment != null) {
            return words.say("who.variant", words.quote(experiment.name()), predicate(condition, named));
        }
        if (named.name().equals(ScopeName.CHANNEL.words())) {
            return words.say("who.channel", predicate(condition, named));
        }
        return named.name().equals(ScopeName.DIRECTION.words())
                ? direction(condition, named)
                : attribute(condition, named);
    }

    private String direction(Condition condition, Slot.Named named) {
        Direction direction = plainDirection(condition.test());
        return direction == null
                ? words.say("who.value", words.name(named.name()), predicate(condition, named))
                : words.say("who.direction", words.say("direction." + direction.name()));
    }

    private static @Nullable Direction plainDirection(Test test) {
        for (Direction direction : Direction.values()) {
            if (test.equals(Test.Compare.of(Op.EQ, direction.code()))) {
                return direction;
            }
        }
        return null;
    }

    private String attribute(Condition condition, Slot.Named named) {
        boolean yes = named.type().is(Type.Kind.BOOLEAN);
        String key = context(condition.slot()) ? "who.context" : yes ? "who.boolean" : "who.value";
        return words.say(key, words.name(named.name()), predicate(condition, named));
    }

    private String predicate(Condition condition, Slot slot) {
        boolean dated = slot.type().is(Type.Kind.DATE) || slot.type().is(Type.Kind.DATE_TIME);
        return propositions.predicate(condition.test(), dated, propositions.unit(condition.slot()));
    }

    /** The texts a test names, and whether it asks for none of them. */
    private record Chosen(Set<?> texts, boolean not) {

        static @Nullable Chosen of(Test test) {
            if (test instanceof Test.Not not) {
                Chosen chosen = of(not.test());
                return chosen == null ? null : new Chosen(chosen.texts, !chosen.not);
            }
            if (test instanceof Test.Compare compare && !compare.op().ordering()) {
                return new Chosen(Set.of(Objects.requireNonNull(compare.constant())), compare.op() == Op.NE);
            }
            if (test instanceof Test.OneOf oneOf) {
                return new Chosen(oneOf.constants(), false);
            }
            return test instanceof Test.ContainsAny any ? new Chosen(any.texts(), false) : null;
        }
    }
}
