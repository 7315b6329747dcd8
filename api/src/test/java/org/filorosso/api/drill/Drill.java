package org.filorosso.api.drill;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Breaks something on purpose and sees whether a promise of docs/reliability.md holds. */
interface Drill {

    /** Number of the promise. */
    int promise();

    /** Name by which one picks it. */
    String name();

    /** Where it is run: on a database inside the service, or of a process of its own. */
    default Set<DrillDatabase> databases() {
        return EnumSet.of(DrillDatabase.H2, DrillDatabase.POSTGRESQL);
    }

    /** What Java is told: nodes start in half the time with the quick compiler alone. */
    default List<String> java() {
        return List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    }

    /** Settings of the nodes: where no time is measured, a slow machine must not turn answers into fallbacks. */
    default List<String> settings() {
        return List.of("--filorosso.deadline=10s");
    }

    /** Runs it. */
    void run(Ground ground, Figures figures);
}
