package org.filorosso.simulator.review.reach;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a target reaches. A customer is a <em>head</em> when at least one action of the target survives the stages before
 * placement: what is left then competes for a place, it is no longer held by a rule.
 *
 * @param target the path asked for
 * @param customers all that were decided
 * @param heads those reached at the time of the question
 * @param days the following days, at the same local time, profiles as they are today
 * @param holds what holds the rest today, most heads first; each customer once, by the action that came furthest
 */
public record Reach(String target, long customers, long heads, List<Day> days, List<Hold> holds) {

    /**
     * One day.
     *
     * @param day days from the question; 0 is the question itself
     * @param newly heads of the day that no day before had
     */
    public record Day(int day, LocalDate date, long heads, long newly) {}

    /**
     * What holds customers today.
     *
     * @param stage code of the stage
     * @param rule id of the row or setting
     * @param source such as {@code engagement.csv:31}, may be empty
     * @param reason may be empty
     * @param free how many of them come free within the days looked at
     * @param next the first day on which some come free, or null
     * @param last the day by which all that come free have done so, or null
     */
    public record Hold(
            String stage,
            String rule,
            String source,
            String reason,
            long heads,
            long free,
            @Nullable LocalDate next,
            @Nullable LocalDate last) {}
}
