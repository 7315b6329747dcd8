package org.filorosso.engine.golden;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.filorosso.engine.decide.Candidate;
import org.filorosso.engine.decide.Candidate.FailedTest;
import org.filorosso.engine.decide.Candidate.Limit;
import org.filorosso.engine.decide.Candidate.Near;
import org.filorosso.engine.decide.Candidate.Why;
import org.jspecify.annotations.Nullable;

/** Says in words where an action ended and why. */
final class Whys {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final ZoneId zone;

    Whys(ZoneId zone) {
        this.zone = zone;
    }

    /** {@code dropped at suitability by S-12 (engagement.csv:31)}, or where it was offered. */
    static String end(Candidate candidate) {
        if (candidate.offered()) {
            return "offered, number " + candidate.rank() + " of the answer" + priority(candidate);
        }
        Why why = candidate.why();
        String stage = "dropped at " + candidate.stage().code();
        return why == null ? stage : stage + " by " + why.rule() + verdict(why.test()) + source(why.source());
    }

    private static String priority(Candidate candidate) {
        Double priority = candidate.priority();
        return priority == null ? "" : String.format(Locale.ROOT, " with priority %.2f", priority);
    }

    private static String verdict(@Nullable FailedTest test) {
        return test != null && test.unknown() ? " as unknown" : "";
    }

    private static String source(String source) {
        return source.isEmpty() ? "" : " (" + source + ")";
    }

    /** What the rule found, or null when it says nothing. */
    @Nullable
    String reason(Candidate candidate) {
        Why why = candidate.why();
        if (why == null) {
            return candidate.because().isEmpty() ? null : because(candidate);
        }
        List<String> parts = List.of(test(why.test()), limit(why.limit()), quoted(why.reason()), near(why.near()));
        String text = parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
        return text.isEmpty() ? null : text;
    }

    private static String because(Candidate candidate) {
        return candidate.because().stream()
                .map(one ->
                        one.rule() + source(one.source()) + (one.reason().isEmpty() ? "" : " " + quoted(one.reason())))
                .collect(Collectors.joining("; "));
    }

    private static String quoted(String reason) {
        return reason.isEmpty() ? "" : '"' + reason + '"';
    }

    private static String test(@Nullable FailedTest test) {
        if (test == null) {
            return "";
        }
        String column = "\"" + test.column() + "\" should be " + test.expected();
        String missing = test.missing();
        if (test.unknown()) {
            return column + " and is unknown" + (missing == null ? "" : ": " + missing + " is missing");
        }
        return column + " and is " + shown(test.actual());
    }

    private static String shown(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value == null ? "missing" : value.toString();
    }

    private String limit(@Nullable Limit limit) {
        if (limit == null) {
            return "";
        }
        String count = limit.count() + " of " + limit.limit() + " in " + limit.window();
        return limit.until() == null
                ? count
                : count + ", until " + TIME.format(limit.until().atZone(zone));
    }

    private static String near(List<Near> near) {
        return near.isEmpty()
                ? ""
                : near.stream()
                        .map(one -> one.rule() + " (" + one.failed() + " failed)")
                        .collect(Collectors.joining(", ", "also tried: ", ""));
    }
}
