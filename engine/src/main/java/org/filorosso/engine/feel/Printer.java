package org.filorosso.engine.feel;

import java.util.List;
import java.util.stream.Collectors;

/** Writes an expression in canonical form, with no more brackets than its reading needs. */
final class Printer {
    private static final int WHOLE = 0;
    private static final int OR = 1;
    private static final int AND = 2;
    private static final int COMPARISON = 3;
    private static final int SUM = 4;
    private static final int PRODUCT = 5;
    private static final int POWER = 6;
    private static final int SIGNED = 7;
    private static final int POSTFIX = 8;

    private Printer() {}

    static String print(Expr expr) {
        return print(expr, WHOLE);
    }

    private static String print(Expr expr, int within) {
        String text = text(expr);
        return level(expr) < within ? "(" + text + ")" : text;
    }

    private static int level(Expr expr) {
        if (expr instanceof Expr.If || expr instanceof Expr.Quantified) {
            return WHOLE;
        }
        if (expr instanceof Expr.Or) {
            return OR;
        }
        if (expr instanceof Expr.And) {
            return AND;
        }
        if (expr instanceof Expr.Arithmetic arithmetic) {
            return level(arithmetic.operator());
        }
        if (expr instanceof Expr.Negate
                || (expr instanceof Expr.Literal && text(expr).startsWith("-"))) {
            return SIGNED;
        }
        return comparison(expr) ? COMPARISON : POSTFIX;
    }

    private static boolean comparison(Expr expr) {
        return expr instanceof Expr.Compare
                || expr instanceof Expr.IsNull
                || expr instanceof Expr.Between
                || expr instanceof Expr.In
                || expr instanceof Expr.InList;
    }

    private static int level(Operator operator) {
        return switch (operator) {
            case ADD, SUBTRACT -> SUM;
            case MULTIPLY, DIVIDE -> PRODUCT;
            case POWER -> POWER;
        };
    }

    private static String text(Expr expr) {
        if (expr instanceof Expr.Literal literal) {
            return Values.text(literal.constant());
        }
        if (expr instanceof Expr.Name name) {
            return name.name();
        }
        if (expr instanceof Expr.Counted counted) {
            return counted.call().text();
        }
        if (expr instanceof Expr.Local local) {
            return local.name();
        }
        return expr instanceof Expr.Condition condition ? condition(condition) : value(expr);
    }

    private static String condition(Expr.Condition expr) {
        if (expr instanceof Expr.Compare compare) {
            return print(compare.left(), SUM) + " " + compare.op().symbol() + " " + print(compare.right(), SUM);
        }
        if (expr instanceof Expr.IsNull isNull) {
            return print(isNull.operand(), SUM) + (isNull.negated() ? " != null" : " = null");
        }
        if (expr instanceof Expr.Between between) {
            return print(between.operand(), SUM) + " between " + print(between.low(), SUM) + " and "
                    + print(between.high(), SUM);
        }
        if (expr instanceof Expr.In in) {
            return print(in.operand(), SUM) + " in (" + TestPrinter.inExpression(in.test()) + ")";
        }
        return connective(expr);
    }

    private static String connective(Expr.Condition expr) {
        if (expr instanceof Expr.InList in) {
            return print(in.operand(), SUM) + " in (" + print(in.list(), WHOLE) + ")";
        }
        if (expr instanceof Expr.And and) {
            return joined(and.parts(), COMPARISON, " and ");
        }
        if (expr instanceof Expr.Or or) {
            return joined(or.parts(), AND, " or ");
        }
        if (expr instanceof Expr.Not not) {
            return "not(" + print(not.operand()) + ")";
        }
        Expr.Quantified q = (Expr.Quantified) expr;
        return (q.every() ? "every " : "some ") + q.item().name() + " in " + print(q.list(), POSTFIX) + " satisfies "
                + print(q.condition());
    }

    private static String value(Expr expr) {
        if (expr instanceof Expr.Arithmetic arithmetic) {
            return arithmetic(arithmetic);
        }
        if (expr instanceof Expr.Negate negate) {
            return "-" + print(negate.operand(), POSTFIX);
        }
        if (expr instanceof Expr.If choice) {
            return "if " + print(choice.condition()) + " then " + print(choice.yes()) + " else " + print(choice.no());
        }
        if (expr instanceof Expr.ListOf list) {
            return "[" + joined(list.parts(), WHOLE, ", ") + "]";
        }
        return expr instanceof Expr.BuiltIn call
                ? call.function().name() + "(" + joined(call.parts(), WHOLE, ", ") + ")"
                : path(expr);
    }

    private static String path(Expr expr) {
        if (expr instanceof Expr.Path path) {
            return print(path.operand(), POSTFIX) + "." + path.field();
        }
        if (expr instanceof Expr.Scoped scoped) {
            return scoped.field();
        }
        if (expr instanceof Expr.Filter filter) {
            return print(filter.list(), POSTFIX) + "[" + print(filter.condition()) + "]";
        }
        Expr.Element element = (Expr.Element) expr;
        return print(element.list(), POSTFIX) + "[" + print(element.position()) + "]";
    }

    private static String arithmetic(Expr.Arithmetic expr) {
        int level = level(expr.operator());
        return print(expr.left(), level) + " " + expr.operator().symbol() + " " + print(expr.right(), level + 1);
    }

    private static String joined(List<Expr> parts, int level, String between) {
        return parts.stream().map(part -> print(part, level)).collect(Collectors.joining(between));
    }
}
