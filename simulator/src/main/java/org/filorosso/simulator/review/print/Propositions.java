package org.filorosso.simulator.review.print;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.feel.HistoryCall;
import org.filorosso.engine.feel.Op;
import org.filorosso.engine.feel.Operator;
import org.filorosso.engine.feel.Test;
import org.filorosso.engine.feel.Type;
import org.filorosso.engine.playbook.Attribute;

/** Expressions and tests in words; what has no words is quoted as code. */
final class Propositions {
    private static final String MODULO = "modulo";
    private static final String ROUND = "round";

    private final Naming naming;
    private final Words words;

    Propositions(Naming naming) {
        this.naming = naming;
        this.words = naming.words();
    }

    /** A condition as a clause that stands alone. */
    String so(Expr expr) {
        if (expr instanceof Expr.Compare compare) {
            return words.say(
                    "so.compare",
                    noun(compare.left()),
                    is(compare.op(), beside(compare.right(), compare.left()), compare.left()));
        }
        if (expr instanceof Expr.IsNull isNull) {
            return words.say(
                    "so.compare", noun(isNull.operand()), words.say(isNull.negated() ? "is.known" : "is.missing"));
        }
        if (expr instanceof Expr.Between between) {
            return words.say(
                    "so.between",
                    noun(between.operand()),
                    beside(between.low(), between.operand()),
                    beside(between.high(), between.operand()));
        }
        if (expr instanceof Expr.In in) {
            return words.say("so.compare", noun(in.operand()), predicate(in.test(), in.operand()));
        }
        return connected(expr);
    }

    /** A condition beside others: "and" and "or" are never mixed without brackets, whatever binds more strongly. */
    String part(Expr expr) {
        boolean mixed = expr instanceof Expr.And || expr instanceof Expr.Or;
        return mixed ? words.say("math.brackets", so(expr)) : so(expr);
    }

    private String connected(Expr expr) {
        if (expr instanceof Expr.And and) {
            return words.and(and.parts().stream().map(this::part).toList());
        }
        if (expr instanceof Expr.Or or) {
            return words.or(or.parts().stream().map(this::part).toList());
        }
        if (expr instanceof Expr.Not not) {
            return not(not.operand());
        }
        if (expr instanceof Expr.InList in) {
            return words.say("so.inlist", noun(in.operand()), noun(in.list()));
        }
        if (expr instanceof Expr.Quantified some) {
            return words.say(
                    some.every() ? "so.every" : "so.some",
                    words.name(some.item().name()),
                    noun(some.list()),
                    so(some.condition()));
        }
        return expr instanceof Expr.Counted counted && counted.call().function() == HistoryCall.Function.CASE_OPEN
                ? words.say(
                        "so.caseopen", words.quote(String.valueOf(counted.call().openCase())))
                : yes(expr, "so.yes");
    }

    private String not(Expr expr) {
        if (expr instanceof Expr.Counted counted && counted.call().function() == HistoryCall.Function.CASE_OPEN) {
            return words.say(
                    "so.nocaseopen", words.quote(String.valueOf(counted.call().openCase())));
        }
        return expr instanceof Expr.Name ? yes(expr, "so.no") : words.say("so.not", so(expr));
    }

    private String yes(Expr expr, String key) {
        boolean named = expr instanceof Expr.Name || expr instanceof Expr.Path || expr instanceof Expr.Local;
        return named ? words.say(key, noun(expr)) : Words.code(expr.text());
    }

    /** A value as a noun. */
    String noun(Expr expr) {
        if (expr instanceof Expr.Literal literal) {
            return words.value(literal.constant());
        }
        if (expr instanceof Expr.Name name) {
            return words.name(name.name());
        }
        if (expr instanceof Expr.Local local) {
            return words.name(local.name());
        }
        if (expr instanceof Expr.Counted counted) {
            return counted(counted.call());
        }
        if (expr instanceof Expr.Path path) {
            return words.say("path", words.name(path.field()), noun(path.operand()));
        }
        return reckoned(expr);
    }

    private String reckoned(Expr expr) {
        if (!sayable(expr)) {
            return Words.code(expr.text());
        }
        if (expr instanceof Expr.Arithmetic sum) {
            return words.say("math." + sum.operator().name(), first(sum.operator(), sum.left()), term(sum.right()));
        }
        if (expr instanceof Expr.Negate negate) {
            return words.say("math.negate", term(negate.operand()));
        }
        if (expr instanceof Expr.If choice) {
            return words.say("if", so(choice.condition()), noun(choice.yes()), noun(choice.no()));
        }
        if (expr instanceof Expr.BuiltIn call) {
            List<Expr> parts = call.parts();
            String key = call.function().name().equals(MODULO) ? "remainder" : "round";
            return words.say(key, term(parts.get(0)), parts.size() > 1 ? noun(parts.get(1)) : "0");
        }
        return words.or(expr.parts().stream().map(this::noun).toList());
    }

    /** Whether there are words for an expression and all its parts. */
    private static boolean sayable(Expr expr) {
        boolean plain = expr instanceof Expr.Arithmetic
                || expr instanceof Expr.Negate
                || expr instanceof Expr.If
                || expr instanceof Expr.ListOf
                || expr instanceof Expr.Path
                || expr instanceof Expr.Condition
                || expr.parts().isEmpty();
        boolean known = expr instanceof Expr.BuiltIn call
                && (call.function().name().startsWith(ROUND)
                        || call.function().name().equals(MODULO));
        return (plain || known) && expr.parts().stream().allMatch(Propositions::sayable);
    }

    private String term(Expr expr) {
        boolean apart = expr instanceof Expr.Arithmetic || expr instanceof Expr.If;
        return apart ? words.say("math.brackets", noun(expr)) : noun(expr);
    }

    /** The left side of a sum needs no brackets in a sum, nor that of a product in a product. */
    private String first(Operator operator, Expr left) {
        boolean alike = left instanceof Expr.Arithmetic same && same.operator() == operator;
        return alike ? noun(left) : term(left);
    }

    private String counted(HistoryCall call) {
        String said = question(call);
        return call.household() ? words.say("count.household", said) : said;
    }

    private String question(HistoryCall call) {
        String target = call.target() == null ? "" : naming.target(call.target());
        String outcome = call.outcome() == null ? "" : naming.outcomes(call.outcome());
        String event = call.event() == null ? "" : words.quote(call.event());
        String field = call.field() == null ? "" : words.name(call.field());
        String within = call.within() == null ? "" : words.span(call.within());
        return switch (call.function()) {
            case TIMES -> words.say("count.times", outcome, target, within);
            case DAYS_SINCE -> words.say("count.dayssince", outcome, target);
            case LAST_OUTCOME -> words.say("count.lastoutcome", target);
            case LAST_CHANNEL -> words.say("count.lastchannel", target);
            case LAST_REASON -> words.say("count.lastreason", target);
            case TOTAL_VALUE -> words.say("count.totalvalue", outcome, target, within);
            case EVENTS -> words.say("count.events", event, within);
            case DAYS_SINCE_EVENT -> words.say("count.dayssinceevent", event);
            case LAST_EVENT -> words.say("count.lastevent", event, field);
            case TOTAL_EVENT -> words.say("count.totalevent", event, field, within);
            case CASE_OPEN -> words.say("count.caseopen", words.quote(String.valueOf(call.openCase())));
        };
    }

    /** The right side of a comparison: with the unit of the left one where it is a bare number. */
    private String beside(Expr right, Expr left) {
        boolean number = right instanceof Expr.Literal literal && literal.constant() instanceof BigDecimal;
        return number ? noun(right) + unit(left) : noun(right);
    }

    private String unit(Expr expr) {
        return expr instanceof Expr.Name name ? unit(name.slot()) : "";
    }

    /** The unit of what a slot holds, with a space before it, or nothing. */
    String unit(int slot) {
        Attribute attribute = naming.attribute(slot);
        String unit = attribute == null ? "" : attribute.unit();
        // a unit such as "0-10" is a scale: beside a number it would read as another number
        return unit.isEmpty() || Character.isDigit(unit.charAt(0)) ? "" : " " + Words.plain(unit);
    }

    private String is(Op op, String right, Expr left) {
        return words.say((dated(left.type()) ? "on." : "is.") + op.name(), right);
    }

    private static boolean dated(Type type) {
        return type.is(Type.Kind.DATE) || type.is(Type.Kind.DATE_TIME);
    }

    private String predicate(Test test, Expr of) {
        return predicate(test, dated(of.type()), unit(of));
    }

    /**
     * What a test says of its value, as the second half of a sentence.
     *
     * @param dated whether the value is a date
     * @param unit of numbers, with a space before it, or empty
     */
    String predicate(Test test, boolean dated, String unit) {
        if (test instanceof Test.Compare compare) {
            return words.say((dated ? "on." : "is.") + compare.op().name(), constant(compare.constant(), unit));
        }
        if (test instanceof Test.Range range) {
            return words.say("is.range", predicate(range.low(), dated, unit), predicate(range.high(), dated, unit));
        }
        if (test instanceof Test.OneOf oneOf) {
            return words.say("is.EQ", words.or(constants(oneOf.constants(), unit)));
        }
        if (test instanceof Test.ContainsAny any) {
            return words.say("is.contains", words.or(words.quotes(any.texts())));
        }
        if (test instanceof Test.Missing missing) {
            return words.say(missing.negated() ? "is.known" : "is.missing");
        }
        return compound(test, dated, unit);
    }

    private String compound(Test test, boolean dated, String unit) {
        if (test instanceof Test.AnyOf any) {
            return words.or(
                    any.tests().stream().map(one -> predicate(one, dated, unit)).toList());
        }
        if (test instanceof Test.Not not && not.test() instanceof Test.OneOf oneOf) {
            return words.say("is.none", words.or(constants(oneOf.constants(), unit)));
        }
        if (test instanceof Test.Not not && not.test() instanceof Test.ContainsAny any) {
            return words.say("is.containsnone", words.or(words.quotes(any.texts())));
        }
        if (test instanceof Test.Not not) {
            return words.say("is.notso", predicate(not.test(), dated, unit));
        }
        return words.say("is.notso", Words.code(test.text()));
    }

    private List<String> constants(Set<Object> constants, String unit) {
        return constants.stream().map(one -> constant(one, unit)).sorted().toList();
    }

    private String constant(Object constant, String unit) {
        return words.value(constant) + (constant instanceof BigDecimal ? unit : "");
    }
}
