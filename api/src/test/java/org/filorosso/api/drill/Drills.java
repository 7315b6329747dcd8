package org.filorosso.api.drill;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/**
 * Runs the drills and prints a line for each: {@code PASS <promise> <name> <database> <figures>}. Ends with 1 when one
 * fails. {@code -Ddrill=NAME} picks some (several with commas), {@code -Ddrill.database=NAME} one database.
 */
public final class Drills {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Drills.class);
    private static final List<Supplier<Drill>> ALL = List.of(
            AnswerAlwaysComes::new,
            NothingIsLost::new,
            OnceOnly::new,
            CapsAreExact::new,
            ContactCounts::new,
            Publishing::new,
            ColdStart::new,
            Draining::new,
            Replaying::new,
            OutboundGoesOn::new);

    private Drills() {}

    /** @param args none */
    public static void main(String[] args) {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        List<Supplier<Drill>> picked = picked(System.getProperty("drill", "all"));
        String database = System.getProperty("drill.database", "all").toUpperCase(Locale.ROOT);
        int failed = 0;
        for (Supplier<Drill> drill : picked) {
            for (DrillDatabase kind : drill.get().databases()) {
                if (database.equals("ALL") || database.equals(kind.name())) {
                    failed += passes(drill.get(), kind) ? 0 : 1;
                }
            }
        }
        System.exit(failed == 0 ? 0 : 1);
    }

    private static List<Supplier<Drill>> picked(String names) {
        if (names.equals("all")) {
            return ALL;
        }
        List<String> wanted = List.of(names.split(","));
        List<Supplier<Drill>> found = ALL.stream()
                .filter(drill -> wanted.contains(drill.get().name()))
                .toList();
        if (found.size() != wanted.size()) {
            throw new IllegalArgumentException("The drill (" + names + ") is not known. Maybe one of "
                    + ALL.stream().map(drill -> drill.get().name()).toList() + ".");
        }
        return found;
    }

    /** Runs one drill on one database; a drill that cannot be carried out has failed. */
    static boolean passes(Drill drill, DrillDatabase kind) {
        Figures figures = new Figures();
        long start = System.nanoTime();
        boolean kept;
        try (Ground ground = new Ground(kind, Ground.folder(drill.name()), drill)) {
            drill.run(ground, figures);
            kept = figures.kept();
        } catch (RuntimeException e) {
            figures.tell("error", e);
            LOG.error("The drill {} could not be carried out", drill.name(), e);
            kept = false;
        }
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        System.out.println((kept ? "PASS " : "FAIL ") + drill.promise() + " " + drill.name() + " "
                + kind.name().toLowerCase(Locale.ROOT) + " " + figures.line() + " (" + seconds + " s)");
        return kept;
    }
}
