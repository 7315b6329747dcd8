package org.filorosso.simulator.population;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What customers do unasked, when they are addressed, and what an acceptance makes of them.
 *
 * @param changes in file order; every one that covers the accepted action takes effect
 * @param monthly what is added every 30 days, by attribute
 * @param spend attribute of what a customer pays in 30 days, or null
 * @param left attribute that says that a customer has gone, or null: then nobody else knows
 */
public record Behaviour(
        List<Arrival> arrivals,
        List<Run> runs,
        List<Happening> happenings,
        List<Change> changes,
        Map<String, Growth> monthly,
        @Nullable String spend,
        @Nullable String left,
        Later later,
        Mood mood) {

    /** Nobody comes, nobody is addressed, nothing happens. */
    public static final Behaviour NONE =
            new Behaviour(List.of(), List.of(), List.of(), List.of(), Map.of(), null, null, Later.OPEN, Mood.EVEN);

    /** Behaviour with own copies. */
    public Behaviour {
        arrivals = List.copyOf(arrivals);
        runs = List.copyOf(runs);
        happenings = List.copyOf(happenings);
        changes = List.copyOf(changes);
    }

    /**
     * How often customers come to a channel, at most once a day for each of these.
     *
     * @param rate arrivals a day, at least 0; the chance of one is 1 - exp(-rate)
     * @param byStage rates that count in its place, by lifecycle stage
     * @param from hour from which they come, 0..23
     * @param to hour until which they come, 1..24
     * @param context what they come with, by attribute of the context
     */
    public record Arrival(
            String channel,
            double rate,
            Map<String, Double> byStage,
            int from,
            int to,
            Map<String, Distribution> context) {

        /** The chance that a customer of a stage comes on a day. */
        public double chance(String stage) {
            return -Math.expm1(-byStage.getOrDefault(stage, rate));
        }
    }

    /**
     * An outbound run: every customer is decided for, and addressed where there is something to say.
     *
     * @param days of the week on which it runs
     * @param share of the customers in each run, 0..1, drawn anew for each
     */
    public record Run(String channel, Set<DayOfWeek> days, LocalTime at, double share) {}

    /**
     * An event of a customer.
     *
     * @param rate events a day; 0 where it comes by the calendar
     * @param every days from one to the next; 0 where it comes by chance
     * @param keyed whether each has a key of its own, as a case needs
     * @param satisfaction what it adds
     * @param next what follows it, or null
     */
    public record Happening(
            String event,
            double rate,
            int every,
            Map<String, Distribution> fields,
            boolean keyed,
            double satisfaction,
            @Nullable Next next) {}

    /**
     * The event that follows another with the same key.
     *
     * @param days earliest and latest, whole days after, at least 1
     */
    public record Next(String event, int[] days, Map<String, Distribution> fields, double satisfaction) {}

    /**
     * What an acceptance makes of a customer.
     *
     * @param target path of the actions
     * @param set values by attribute
     * @param add numbers that are added, by attribute; a missing one stays missing
     */
    public record Change(String target, Map<String, Object> set, Map<String, Double> add) {

        /** Whether it is about the action of this path. */
        public boolean covers(String path) {
            return target.equals("*") || path.equals(target) || path.startsWith(target + "/");
        }
    }

    /**
     * What grows by itself.
     *
     * @param by a number, when there is no attribute
     * @param attribute whose value is added, or null
     */
    public record Growth(double by, @Nullable String attribute) {}

    /**
     * How customers ask to come back to it.
     *
     * @param timed share of those who say when, 0..1
     * @param days earliest and latest day they name, at least 1
     */
    public record Later(double timed, int[] days) {
        /** Nobody says when. */
        static final Later OPEN = new Later(0, new int[] {1, 1});
    }

    /**
     * Satisfaction, 0..10: where it starts, what moves it, and how it comes back.
     *
     * @param start of each customer
     * @param accepted added by an acceptance
     * @param contact added by an outbound contact
     * @param unwanted added besides by one on a channel that the customer did not name
     * @param incoherent added by an offer that contradicts what the customer told us
     * @param turnedAway added where an acceptance was not granted
     * @param back share of the way to where it started that it comes back in a day
     */
    public record Mood(
            Distribution start,
            double accepted,
            double contact,
            double unwanted,
            double incoherent,
            double turnedAway,
            double back) {
        /** Nothing moves it. */
        static final Mood EVEN =
                new Mood(new Distribution.Fixed(java.math.BigDecimal.valueOf(7), "number"), 0, 0, 0, 0, 0, 0);
    }
}
