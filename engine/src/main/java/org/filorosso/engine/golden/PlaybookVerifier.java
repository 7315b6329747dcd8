package org.filorosso.engine.golden;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.filorosso.engine.decide.Engine;
import org.filorosso.engine.match.DroolsMatcher;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.GoldenCustomer;
import org.filorosso.engine.playbook.io.GoldenReader;
import org.filorosso.engine.playbook.io.Loaded;
import org.filorosso.engine.playbook.io.PlaybookReader;
import org.filorosso.engine.playbook.io.Problems;

/**
 * Tests of a playbook in code, for any test framework: what does not hold throws an {@link AssertionError}.
 *
 * <pre>{@code
 * PlaybookVerifier.of(Path.of("rules/telco"))
 *         .given(customer("anna").with("tenure months", 2).consent("marketing"))
 *         .at("2026-03-02T10:15").on("contact-centre").inbound()
 *         .expect()
 *         .top("activate-app")
 *         .dropped("device-upgrade", StageCode.SUITABILITY).by("S-12");
 * }</pre>
 *
 * <p>Immutable, and safe to share between tests.
 */
public final class PlaybookVerifier {
    // warnings that depend on the day are of no concern to a test
    private static final LocalDate ANY_DAY = LocalDate.EPOCH;

    private final Engine engine;
    private final List<GoldenCustomer> customers;

    private PlaybookVerifier(Engine engine, List<GoldenCustomer> customers) {
        this.engine = engine;
        this.customers = customers;
    }

    /**
     * Loads a playbook with its golden customers.
     *
     * @param playbook a folder, or a workbook ({@code .xlsx})
     * @throws org.filorosso.engine.playbook.io.PlaybookException if the playbook or a golden customer has an error
     */
    public static PlaybookVerifier of(Path playbook) {
        return of(PlaybookReader.read(playbook, ANY_DAY));
    }

    /**
     * A playbook that was read already.
     *
     * @throws org.filorosso.engine.playbook.io.PlaybookException if the playbook or a golden customer has an error
     */
    public static PlaybookVerifier of(Loaded loaded) {
        Playbook playbook = loaded.orThrow();
        Problems problems = new Problems();
        List<GoldenCustomer> customers = GoldenReader.read(loaded.sheets().tests(), playbook, problems);
        problems.throwIfErrors();
        return new PlaybookVerifier(new Engine(playbook, DroolsMatcher.of(playbook)), customers);
    }

    /** A customer of whom nothing is known but the id. */
    public static GivenCustomer customer(String id) {
        return GivenCustomer.of(id);
    }

    /** Begins a story. */
    public Story given(GivenCustomer customer) {
        return new Story(engine, customer);
    }

    /** @throws AssertionError if a golden customer ends otherwise than expected, or there is none */
    public PlaybookVerifier allGoldenCustomersPass() {
        GoldenReport report = report();
        if (report.results().isEmpty()) {
            throw new AssertionError("The playbook (" + report.playbook()
                    + ") must have golden customers and has none. Maybe write one into tests/stories.yaml");
        }
        if (report.failed() > 0) {
            String failures =
                    report.failures().stream().map(GoldenResult::toString).collect(Collectors.joining("\n\n"));
            throw new AssertionError(report.failed() + " of " + report.results().size()
                    + " golden customers of the playbook (" + report.playbook() + ") must pass and do not:\n\n"
                    + failures);
        }
        return this;
    }

    /**
     * @param percent 0..100
     * @throws AssertionError if golden customers exercise less than {@code percent} of the rows
     */
    public PlaybookVerifier coverageAtLeast(double percent) {
        Coverage coverage = report().coverage();
        if (coverage.share().percent() < percent) {
            String rows = coverage.unexercised().stream()
                    .map(row -> row.source() + " " + row.id())
                    .collect(Collectors.joining("\n  "));
            throw new AssertionError(String.format(
                    Locale.ROOT,
                    "Golden customers must exercise at least %.1f%% of the rows and exercise %.1f%% (%d of %d)."
                            + " Maybe write some for these:%n  %s",
                    percent,
                    coverage.share().percent(),
                    coverage.share().exercised(),
                    coverage.share().rows(),
                    rows));
        }
        return this;
    }

    /** What became of all golden customers. */
    public GoldenReport report() {
        return new GoldenRunner(engine).run(customers);
    }
}
