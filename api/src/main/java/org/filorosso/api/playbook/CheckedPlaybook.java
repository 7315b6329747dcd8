package org.filorosso.api.playbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.filorosso.api.problem.Fault;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.GoldenCustomer;
import org.filorosso.engine.playbook.io.GoldenReader;
import org.filorosso.engine.playbook.io.Loaded;
import org.filorosso.engine.playbook.io.PlaybookReader;
import org.filorosso.engine.playbook.io.Problem;
import org.filorosso.engine.playbook.io.Problems;
import org.filorosso.engine.playbook.io.Sheets;
import org.jspecify.annotations.Nullable;

/**
 * A playbook that was read with its golden customers, and everything that is wrong or doubtful in it.
 *
 * @param playbook null when there is at least one error
 * @param golden those without errors
 * @param problems errors and warnings by file and line
 */
public record CheckedPlaybook(
        Sheets sheets, @Nullable Playbook playbook, List<GoldenCustomer> golden, List<Problem> problems) {

    /**
     * Reads a folder, a zip or a workbook.
     *
     * @param today for warnings about dates
     */
    static CheckedPlaybook read(Path path, LocalDate today) {
        Loaded loaded = PlaybookReader.read(path, today);
        Problems problems = loaded.problems();
        Playbook playbook = loaded.playbook();
        List<GoldenCustomer> golden =
                playbook == null ? List.of() : GoldenReader.read(loaded.sheets().tests(), playbook, problems);
        return new CheckedPlaybook(
                loaded.sheets(), problems.hasErrors() ? null : playbook, golden, List.copyOf(problems.all()));
    }

    /**
     * Reads the bytes of a zip or a workbook; they lie on disk only as long as it takes.
     *
     * @param file name for messages, ending in {@code .zip} or {@code .xlsx}
     */
    static CheckedPlaybook read(byte[] content, String file, LocalDate today) {
        try {
            Path folder = Files.createTempDirectory("playbook");
            Path path = folder.resolve(file);
            try {
                return read(Files.write(path, content), today);
            } finally {
                Files.deleteIfExists(path);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The playbook.
     *
     * @throws Refusal with all problems if there is an error
     */
    public Playbook orRefuse() {
        if (playbook == null) {
            long errors = problems.stream().filter(CheckedPlaybook::isError).count();
            throw Refusal.of(
                    Kind.PLAYBOOK,
                    "The playbook has " + errors + (errors == 1 ? " error." : " errors."),
                    problems.stream().map(CheckedPlaybook::fault).toList());
        }
        return playbook;
    }

    private static boolean isError(Problem problem) {
        return severity(problem).equals("error");
    }

    private static String severity(Problem problem) {
        return problem.severity().name().toLowerCase(Locale.ROOT);
    }

    static Fault fault(Problem problem) {
        return new Fault("", problem.message(), problem.cell(), problem.hint(), place(problem));
    }

    private static Fault.Place place(Problem problem) {
        return new Fault.Place(
                problem.code().id(),
                severity(problem),
                problem.file(),
                problem.line(),
                problem.column(),
                problem.cell());
    }

    /** What is doubtful in it. */
    List<Fault> warnings() {
        return problems.stream()
                .filter(problem -> !isError(problem))
                .map(CheckedPlaybook::fault)
                .toList();
    }

    /** The playbook as a zip of its folder; equal playbooks give equal bytes. */
    byte[] zip() {
        return written(".zip");
    }

    /** The playbook as a workbook. */
    byte[] workbook() {
        return written(".xlsx");
    }

    private byte[] written(String suffix) {
        try {
            Path file = Files.createTempFile("playbook", suffix);
            try {
                sheets.write(file);
                return Files.readAllBytes(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
