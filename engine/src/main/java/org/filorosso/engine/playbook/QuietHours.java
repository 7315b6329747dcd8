package org.filorosso.engine.playbook;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a channel must not be used to reach people, in the local time of the playbook.
 *
 * @param spans of every day or of one weekday
 * @param days weekdays that are quiet as a whole
 * @param holidays true when the playbook's holidays are quiet
 */
public record QuietHours(List<Span> spans, Set<DayOfWeek> days, boolean holidays) {

    public static final QuietHours NONE = new QuietHours(List.of(), Set.of(), false);

    /**
     * From a time to a time; when {@code to} is not after {@code from} it runs over midnight into the next day.
     *
     * @param day the weekday on which it begins, or null for every day
     */
    public record Span(@Nullable DayOfWeek day, LocalTime from, LocalTime to) {

        boolean contains(DayOfWeek weekday, LocalTime time) {
            if (from.isBefore(to)) {
                return begins(weekday) && !time.isBefore(from) && time.isBefore(to);
            }
            return (begins(weekday) && !time.isBefore(from)) || (begins(weekday.minus(1)) && time.isBefore(to));
        }

        private boolean begins(DayOfWeek weekday) {
            return day == null || day == weekday;
        }
    }

    public boolean contain(ZonedDateTime now, Set<LocalDate> publicHolidays) {
        DayOfWeek weekday = now.getDayOfWeek();
        return days.contains(weekday)
                || (holidays && publicHolidays.contains(now.toLocalDate()))
                || spans.stream().anyMatch(span -> span.contains(weekday, now.toLocalTime()));
    }
}
