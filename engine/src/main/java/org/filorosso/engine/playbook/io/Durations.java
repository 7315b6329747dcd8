package org.filorosso.engine.playbook.io;

import java.time.Duration;
import java.time.Period;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.filorosso.engine.feel.FeelException;
import org.filorosso.engine.feel.Span;
import org.jspecify.annotations.Nullable;

/** Reads durations in ISO 8601 and in words: {@code 30 days}, {@code 4 ore}. */
final class Durations {
    private static final Pattern WORDS = Pattern.compile("(\\d{1,5})\\s+(\\p{L}+)");
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("minute", "minutes"),
            Map.entry("minutes", "minutes"),
            Map.entry("minuto", "minutes"),
            Map.entry("minuti", "minutes"),
            Map.entry("hour", "hours"),
            Map.entry("hours", "hours"),
            Map.entry("ora", "hours"),
            Map.entry("ore", "hours"),
            Map.entry("day", "days"),
            Map.entry("days", "days"),
            Map.entry("giorno", "days"),
            Map.entry("giorni", "days"),
            Map.entry("week", "weeks"),
            Map.entry("weeks", "weeks"),
            Map.entry("settimana", "weeks"),
            Map.entry("settimane", "weeks"),
            Map.entry("month", "months"),
            Map.entry("months", "months"),
            Map.entry("mese", "months"),
            Map.entry("mesi", "months"),
            Map.entry("year", "years"),
            Map.entry("years", "years"),
            Map.entry("anno", "years"),
            Map.entry("anni", "years"));

    private Durations() {}

    static Plain<Span> read(String text) {
        Matcher words = WORDS.matcher(text);
        return words.matches() ? words(Integer.parseInt(words.group(1)), words.group(2)) : iso(text);
    }

    private static Plain<Span> words(int count, String unit) {
        String known = UNITS.get(unit.toLowerCase(Locale.ROOT));
        if (known == null) {
            return refused(Nearest.maybe(unit, UNITS.keySet()));
        }
        return Plain.of(
                switch (known) {
                    case "minutes" -> elapsed(Duration.ofMinutes(count));
                    case "hours" -> elapsed(Duration.ofHours(count));
                    case "weeks" -> calendar(Period.ofWeeks(count));
                    case "months" -> calendar(Period.ofMonths(count));
                    case "years" -> calendar(Period.ofYears(count));
                    default -> calendar(Period.ofDays(count));
                });
    }

    private static Plain<Span> iso(String text) {
        if (text.length() > 40 || !text.startsWith("P")) {
            return refused(null);
        }
        try {
            return Plain.of(Span.parse(text));
        } catch (FeelException e) {
            return refused(e.hint());
        }
    }

    private static Span elapsed(Duration duration) {
        return new Span(Period.ZERO, duration);
    }

    private static Span calendar(Period period) {
        return new Span(period, Duration.ZERO);
    }

    private static Plain<Span> refused(@Nullable String hint) {
        return Plain.refused(
                Code.NOT_A_DURATION, "is no duration", hint == null ? "Maybe 30 days, 4 hours or P30D." : hint);
    }
}
