package org.filorosso.engine.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.feel.Op;
import org.filorosso.engine.feel.Test;
import org.filorosso.engine.feel.Type;
import org.filorosso.engine.playbook.Condition;
import org.filorosso.engine.playbook.Dates;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Row;

/** Random rows over a scope: every form of test over every type, also those that a reader of cells would refuse. */
final class RandomRows {

    private final RandomScope scope;
    private final List<Expr> expressions;
    private final List<Integer> slots;
    private final List<Condition> used = new ArrayList<>();

    /**
     * @param expressions what a {@code when} may be
     * @param unread slots that these rows may not read, because they make them
     */
    RandomRows(RandomScope scope, List<Expr> expressions, Set<Integer> unread) {
        this.scope = scope;
        this.expressions = expressions;
        this.slots = IntStream.range(0, RandomScope.NAMES.size())
                .boxed()
                .filter(slot -> !unread.contains(slot))
                .toList();
    }

    Row row(int index) {
        List<Condition> conditions =
                IntStream.range(0, scope.below(5)).mapToObj(i -> condition()).toList();
        Expr when = scope.chance(0.2) && !expressions.isEmpty() ? scope.one(expressions) : null;
        return new Row(
                index,
                "r" + index,
                "engagement",
                index + 2,
                conditions,
                when,
                scope.chance(0.3),
                Dates.ALWAYS,
                Playbook.Texts.NONE);
    }

    /** Now and then one that was there before, so that rows share conditions and whole rows are equal. */
    private Condition condition() {
        if (!used.isEmpty() && scope.chance(0.5)) {
            return scope.one(used);
        }
        int slot = scope.one(slots);
        Condition condition =
                new Condition("column", slot, test(RandomScope.NAMES.slot(slot).type(), 0), "cell");
        used.add(condition);
        return condition;
    }

    private Test test(Type type, int depth) {
        return switch (scope.below(depth > 1 ? 5 : 8)) {
            case 0, 1 -> Test.Compare.of(scope.one(List.of(Op.values())), scope.constant(type));
            case 2 -> range(type);
            case 3 -> new Test.OneOf(constants(type));
            case 4 -> scope.chance(0.5) ? new Test.Missing(scope.chance(0.5)) : new Test.ContainsAny(texts());
            case 5 -> new Test.Not(test(type, depth + 1));
            case 6 -> new Test.AnyOf(List.of(test(type, depth + 1), test(type, depth + 1)));
            default -> expressions.isEmpty() ? new Test.Missing(false) : new Test.Holds(scope.one(expressions));
        };
    }

    private Test.Range range(Type type) {
        return new Test.Range(
                Test.Compare.of(scope.chance(0.5) ? Op.GE : Op.GT, scope.constant(type)),
                Test.Compare.of(scope.chance(0.5) ? Op.LE : Op.LT, scope.constant(type)));
    }

    private Set<Object> constants(Type type) {
        return IntStream.rangeClosed(0, 1 + scope.below(3))
                .mapToObj(i -> scope.constant(type))
                .collect(Collectors.toSet());
    }

    private Set<String> texts() {
        return IntStream.rangeClosed(0, scope.below(2))
                .mapToObj(i -> (String) scope.constant(Type.STRING))
                .collect(Collectors.toSet());
    }
}
