package org.filorosso.simulator.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Predicate;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.score.Decided;
import org.filorosso.engine.score.Known;
import org.filorosso.engine.score.Scope;
import org.filorosso.engine.score.Scorecard;
import org.filorosso.engine.score.Scoring;
import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.log.LogTable;
import org.filorosso.simulator.log.ScorecardText;
import org.filorosso.simulator.log.SubjectLogs;
import org.filorosso.simulator.review.ReviewJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Scores the five Cs of a log. */
@Command(
        name = "scorecard",
        description = "The five Cs of a decision log: coherence, channels, context, continuity and closed loop, each"
                + " 0-100, with intervals and the worst offenders. Context needs the facts that decisions read, which"
                + " only a service keeps; consents and preferences come with --customers.")
final class ScorecardCommand implements Callable<Integer> {
    private static final int AT_ONCE = 1000;

    private final Filorosso root;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private PlaybookArgument playbook = new PlaybookArgument();

    @Option(
            names = "--log",
            required = true,
            paramLabel = "DIR",
            description = "A folder with decisions.csv, and responses.csv and events.csv.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path log;

    @Mixin
    private CustomerOptions customers = new CustomerOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Such as 2026-03-01T00:00:00Z. Default: the beginning.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Exclusive. Default: after the last row of the log.")
    private @Nullable String to;

    @Option(names = "--arm", paramLabel = "NAME", description = "Score the decisions of this arm only.")
    private @Nullable String arm;

    @Option(names = "--revision", paramLabel = "REV", description = "Score the decisions of this revision only.")
    private @Nullable String revision;

    ScorecardCommand(Filorosso root) {
        this.root = root;
    }

    @Override
    public Integer call() throws FlawException {
        if (!Files.isRegularFile(log.resolve(LogTable.DECISIONS.file("csv")))) {
            throw Refusal.badInput(
                    log + ": holds no decisions.csv. Maybe a folder that decide --log has written, or the"
                            + " answer of GET /v1/logs/decisions saved under that name.");
        }
        Playbook read = playbook.playbook();
        Instant asked = time("--from", from);
        Instant begin = asked == null ? Instant.MIN : asked;
        Instant end = time("--to", to);
        SubjectLogs logs = new SubjectLogs(log, read.name());
        if (end == null) {
            logs.each(id -> Known.NOTHING, subject -> {});
            Instant last = logs.last();
            end = last == null ? Instant.EPOCH : last.plusNanos(1);
        }
        Scoring scoring = new Scoring(read, new Scope(begin, end, decisions()), null);
        logs.each(known(read), scoring::add);
        try (Output out = output.open(root.terminal())) {
            out.print(rendered(scoring.scorecard()));
            out.done();
        }
        return ExitCode.DONE;
    }

    private String rendered(Scorecard card) {
        return switch (output.format(Format.TABLE)) {
            case TABLE -> ScorecardText.of(card);
            case JSON -> ReviewJson.of(card);
            case CSV -> ScorecardText.csv(card);
        };
    }

    private @Nullable Predicate<Decided> decisions() {
        String onlyArm = arm;
        String onlyRevision = revision;
        if (onlyArm == null && onlyRevision == null) {
            return null;
        }
        return decided -> (onlyArm == null || decided.arm().equals(onlyArm))
                && (onlyRevision == null || decided.revision().startsWith(onlyRevision));
    }

    private @Nullable Instant time(String option, @Nullable String text) {
        try {
            return text == null ? null : java.time.OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Option '" + option + "': \"" + text + "\" is no instant with offset. Maybe 2026-03-01T00:00:00Z.");
        }
    }

    /** Preferences, consents and products of the customers, as their file says. */
    private Function<String, Known> known(Playbook read) throws FlawException {
        if (!customers.given()) {
            return id -> Known.NOTHING;
        }
        Map<String, Known> known = new HashMap<>();
        var inputs = customers.inputs();
        try (CustomerFile file = CustomerFile.open(read, inputs.options(), DataFile.of(inputs.customers()))) {
            List<CustomerFile.Row> rows = file.next(AT_ONCE);
            while (!rows.isEmpty()) {
                for (CustomerFile.Row row : rows) {
                    Subject subject = row.subject();
                    known.put(subject.id(), known(subject));
                }
                rows = file.next(AT_ONCE);
            }
        }
        return id -> known.getOrDefault(id, Known.NOTHING);
    }

    private static Known known(Subject subject) {
        Map<String, Instant> products = new HashMap<>();
        Subject.Dated owned = subject.attributes().get("products");
        if (owned != null && owned.value() instanceof List<?> names) {
            Instant since = owned.asOf() == null ? Instant.MIN : owned.asOf();
            names.forEach(name -> products.put(String.valueOf(name), since));
        }
        return new Known(subject.preferredChannels(), consents(subject), products);
    }

    private static Known.Consents consents(Subject subject) {
        return (purpose, at) -> {
            Subject.Consent consent = subject.consents().get(purpose);
            return consent != null && said(consent, at) ? consent.granted() : null;
        };
    }

    private static boolean said(Subject.Consent consent, Instant at) {
        return (consent.at() == null || !consent.at().isAfter(at))
                && (consent.until() == null || at.isBefore(consent.until()));
    }
}
