package org.filorosso.engine.feel;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a test in canonical form: as a cell, or as what stands in brackets after {@code in}. */
final class TestPrinter {
    private final String missing;

    private TestPrinter(String missing) {
        this.missing = missing;
    }

    static String print(Test test) {
        return new TestPrinter("missing").text(test);
    }

    static String inExpression(Test test) {
        return new TestPrinter("null").text(test);
    }

    private String text(Test test) {
        if (test instanceof Test.Compare compare) {
            String constant = Values.text(compare.constant());
            return compare.op() == Op.EQ ? constant : compare.op().symbol() + " " + constant;
        }
        if (test instanceof Test.Range range) {
            return range(range);
        }
        if (test instanceof Test.OneOf oneOf) {
            return sorted(oneOf.constants());
        }
        return test instanceof Test.ContainsAny any ? sorted(any.texts()) : compound(test);
    }

    private String compound(Test test) {
        if (test instanceof Test.Missing absent) {
            return absent.negated() ? absent() : missing;
        }
        if (test instanceof Test.Not not) {
            return "not(" + text(not.test()) + ")";
        }
        if (test instanceof Test.AnyOf any) {
            return joined(any.tests());
        }
        return ((Test.Holds) test).expr().text();
    }

    private String absent() {
        return missing.equals("null") ? "!= null" : "not(missing)";
    }

    private String joined(List<Test> tests) {
        return tests.stream().map(this::text).collect(Collectors.joining(", "));
    }

    private static String range(Test.Range range) {
        return (range.loIncluded() ? "[" : "(") + Values.text(range.lo()) + ".." + Values.text(range.hi())
                + (range.hiIncluded() ? "]" : ")");
    }

    private static String sorted(Collection<?> constants) {
        return constants.stream().map(Values::text).sorted().collect(Collectors.joining(", "));
    }
}
