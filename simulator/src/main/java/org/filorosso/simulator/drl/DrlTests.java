package org.filorosso.simulator.drl;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.stream.Collectors;
import org.filorosso.engine.feel.Op;
import org.filorosso.engine.feel.Test;
import org.filorosso.engine.playbook.Condition;

/** Condition cells as constraints of a pattern. */
final class DrlTests {
    private DrlTests() {}

    /** {@code this["monthly spend"] >= 30}; what DRL cannot say is a call of {@code feel}. */
    static String of(Condition condition) {
        return of(condition.test(), "this[" + quote(condition.column()) + "]");
    }

    private static String of(Test test, String field) {
        if (test instanceof Test.Compare compare) {
            return field + " " + symbol(compare.op()) + " " + constant(compare.constant());
        }
        if (test instanceof Test.Range range) {
            return field + (range.loIncluded() ? " >= " : " > ") + constant(range.lo()) + ", " + field
                    + (range.hiIncluded() ? " <= " : " < ") + constant(range.hi());
        }
        if (test instanceof Test.OneOf oneOf) {
            return field + " in (" + constants(oneOf.constants()) + ")";
        }
        return test instanceof Test.Missing missing
                ? field + (missing.negated() ? " != null" : " == null")
                : other(test, field);
    }

    private static String other(Test test, String field) {
        if (test instanceof Test.ContainsAny any) {
            return any.texts().stream()
                    .sorted()
                    .map(text -> field + " contains " + quote(text))
                    .collect(Collectors.joining(" || "));
        }
        if (test instanceof Test.Not not) {
            return "!( " + of(not.test(), field).replace(", ", " && ") + " )";
        }
        if (test instanceof Test.AnyOf any) {
            return any.tests().stream()
                    .map(one -> "( " + of(one, field).replace(", ", " && ") + " )")
                    .collect(Collectors.joining(" || "));
        }
        return feel(test.text());
    }

    static String feel(String text) {
        return "feel(" + quote(text) + ")";
    }

    private static String symbol(Op op) {
        return op == Op.EQ ? "==" : op.symbol();
    }

    private static String constants(Collection<?> constants) {
        return constants.stream().map(DrlTests::constant).sorted().collect(Collectors.joining(", "));
    }

    private static String constant(Object constant) {
        if (constant instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return constant instanceof Boolean ? constant.toString() : quote(constant.toString());
    }

    /** A string literal: nothing in the text ends it. */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> append(quoted, c));
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, int c) {
        if (c == '"' || c == '\\') {
            quoted.append('\\').appendCodePoint(c);
        } else if (Character.isISOControl(c)) {
            quoted.append(c == '\n' ? "\\n" : " ");
        } else {
            quoted.appendCodePoint(c);
        }
    }
}
