package org.filorosso.engine.feel;

/** Writes a test in canonical form. */
final class TestPrinter {
    private TestPrinter() {}

    static String print(Test test) {
        return test.toString();
    }
}
