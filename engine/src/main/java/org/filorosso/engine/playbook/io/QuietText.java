package org.filorosso.engine.playbook.io;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.filorosso.engine.playbook.QuietHours;
import org.jspecify.annotations.Nullable;

/** Reads quiet hours: {@code 20:00-09:00 | Saturday 19:00-10:00 | Sunday | holidays}. */
final class QuietText {
    private final List<QuietHours.Span> spans = new ArrayList<>();
    private final Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    private boolean holidays;

    private QuietText() {}

    /** @throws IllegalArgumentException naming the part that is none of the above */
    static QuietHours parse(String text) {
        QuietText quiet = new QuietText();
        Entry.split(text).forEach(quiet::add);
        return new QuietHours(List.copyOf(quiet.spans), Set.copyOf(quiet.days), quiet.holidays);
    }

    private void add(String part) {
        String word = part.toLowerCase(Locale.ROOT);
        DayOfWeek day = day(word);
        if (word.equals("holidays")) {
            holidays = true;
        } else if (day != null) {
            days.add(day);
        } else {
            addSpan(part);
        }
    }

    private void addSpan(String part) {
        int space = part.lastIndexOf(' ');
        DayOfWeek day = space < 0 ? null : day(part.substring(0, space).strip().toLowerCase(Locale.ROOT));
        String times = part.substring(space + 1);
        int dash = times.indexOf('-');
        if (dash < 0 || (space >= 0 && day == null)) {
            throw refused(part);
        }
        spans.add(
                new QuietHours.Span(day, time(part, times.substring(0, dash)), time(part, times.substring(dash + 1))));
    }

    private static @Nullable DayOfWeek day(String word) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().toLowerCase(Locale.ROOT).equals(word)) {
                return day;
            }
        }
        return null;
    }

    private static LocalTime time(String part, String text) {
        try {
            return LocalTime.parse(text.equals("24:00") ? "00:00" : text.length() == 4 ? "0" + text : text);
        } catch (DateTimeException e) {
            throw refused(part);
        }
    }

    private static IllegalArgumentException refused(String part) {
        return new IllegalArgumentException("\"" + Characters.visible(part, 40) + "\" is no span of quiet hours");
    }
}
