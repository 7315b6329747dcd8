package org.filorosso.engine.golden;

import java.util.List;

/**
 * What became of one golden customer.
 *
 * @param source where the story stands, such as {@code tests/anna.yaml:12}
 * @param name what the story is about
 * @param passed whether it ended as expected
 * @param mismatches what did not, empty when it passed
 * @param results the actions of the answer, in order
 */
public record GoldenResult(
        String source, String name, boolean passed, List<Mismatch> mismatches, List<String> results) {

    public GoldenResult {
        mismatches = List.copyOf(mismatches);
        results = List.copyOf(results);
    }

    /** The name and, when it failed, everything that ended otherwise. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder((passed ? "passed  " : "FAILED  ") + name + "  (" + source + ")");
        mismatches.forEach(one -> text.append("\n  ").append(one.toString().replace("\n", "\n  ")));
        return text.toString();
    }
}
