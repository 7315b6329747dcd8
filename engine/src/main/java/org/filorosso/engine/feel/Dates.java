package org.filorosso.engine.feel;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In a date column a bare {@code 2026-01-01} is that date; to FEEL alone it is a subtraction. */
final class Dates {
    private static final Pattern DATE = Pattern.compile(
            "\"(?:[^\"\\\\]|\\\\.)*+\"|(?<![\\w-])(\\d{4}-\\d{2}-\\d{2})(?:T(\\d{2}:\\d{2})(:\\d{2})?)?(?![\\w-])");

    private Dates() {}

    /** Writes the bare dates outside quotes as calls. */
    static String asCalls(String cell) {
        return DATE.matcher(cell).replaceAll(match -> Matcher.quoteReplacement(call(match)));
    }

    private static String call(MatchResult match) {
        String date = match.group(1);
        if (date == null) {
            return match.group();
        }
        String time = match.group(2);
        String seconds = match.group(3) == null ? ":00" : match.group(3);
        return time == null ? "date(\"" + date + "\")" : "date and time(\"" + date + "T" + time + seconds + "\")";
    }
}
