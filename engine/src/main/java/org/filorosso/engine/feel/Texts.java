package org.filorosso.engine.feel;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** Names and texts as the language writes them, and near names for hints. */
final class Texts {
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");
    private static final int NEAR = 3;
    private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(NEAR);

    private Texts() {}

    /** FEEL's normal form of a name: runs of white space are one space. */
    static String normalName(String name) {
        return SPACES.matcher(name).replaceAll(" ").strip();
    }

    static String firstWord(String normalName) {
        int space = normalName.indexOf(' ');
        return space < 0 ? normalName : normalName.substring(0, space);
    }

    static boolean blank(String text) {
        return SPACES.matcher(text).replaceAll("").isEmpty();
    }

    /** Where a line (from 1) and a column (from 0) stand in a text. */
    static int offset(String text, int line, int column) {
        int start = 0;
        for (int i = 1; i < line && start >= 0; i++) {
            start = text.indexOf('\n', start) + 1;
        }
        return Math.min(text.length(), Math.max(0, start) + Math.max(0, column));
    }

    /** A text as a FEEL literal. */
    static String quote(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                + '"';
    }

    static String time(LocalTime time) {
        return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
    }

    /** With whole days as days, which the JDK writes as hours. */
    static String duration(Duration duration) {
        Duration rest = duration.minusDays(duration.toDays());
        String time = rest.isZero() ? "" : rest.toString().substring(1);
        return duration.toDays() == 0 ? duration.toString() : "P" + duration.toDays() + "D" + time;
    }

    static String dateTime(ZonedDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    /** "Maybe ..." with the names nearest to an unknown one, else with all when they are few; null when there are none. */
    static @Nullable String maybe(String unknown, Collection<String> known) {
        String wanted = unknown.toLowerCase(Locale.ROOT);
        List<String> near = known.stream()
                .filter(name -> near(wanted, name))
                .sorted(Comparator.comparingInt((String name) -> distance(wanted, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(3)
                .toList();
        return near.isEmpty() ? choices(known) : "Maybe " + joined(near);
    }

    private static @Nullable String choices(Collection<String> known) {
        return known.isEmpty() || known.size() > 12
                ? null
                : "Maybe one of " + joined(known.stream().sorted().toList());
    }

    /** One letter in three may differ. */
    private static boolean near(String wanted, String name) {
        int distance = distance(wanted, name);
        return distance >= 0 && distance <= Math.max(1, wanted.length() / 3);
    }

    private static int distance(String wanted, String name) {
        return DISTANCE.apply(wanted, name.toLowerCase(Locale.ROOT));
    }

    private static String joined(List<String> names) {
        return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    }
}
