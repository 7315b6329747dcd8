package org.filorosso.engine.golden;

import java.util.List;

/**
 * What became of all golden customers of a playbook, and which rows they exercise. Every part is a plain record, ready
 * for JSON.
 *
 * @param playbook its name
 * @param revision 64 hex digits
 * @param passed how many ended as expected
 * @param failed how many did not
 * @param results in the order of the customers
 */
public record GoldenReport(
        String playbook, String revision, int passed, int failed, List<GoldenResult> results, Coverage coverage) {

    public GoldenReport {
        results = List.copyOf(results);
    }

    static GoldenReport of(String playbook, String revision, List<GoldenResult> results, Coverage coverage) {
        int passed = (int) results.stream().filter(GoldenResult::passed).count();
        return new GoldenReport(playbook, revision, passed, results.size() - passed, results, coverage);
    }

    /** Those that did not end as expected. */
    public List<GoldenResult> failures() {
        return results.stream().filter(result -> !result.passed()).toList();
    }

    /** The report as people read it in a terminal of 100 columns. */
    @Override
    public String toString() {
        return new GoldenText(this).text();
    }
}
