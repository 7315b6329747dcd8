package org.filorosso.api.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.filorosso.api.subject.KnownSubject;
import org.filorosso.engine.history.History;

/**
 * A contact that another node just recorded may bear a time some milliseconds after this node's clock. What was read has
 * happened: the decision is made after it, or a limit would not count it.
 */
final class NewestRow {
    private static final Duration MOST = Duration.ofSeconds(5);

    private NewestRow() {}

    /** The time, or that of the newest row read if it is a little later. */
    static Instant notBefore(KnownSubject known, Instant at) {
        Instant latest = at;
        for (History history : List.of(known.subject().past(), known.subject().householdPast())) {
            for (int i = history.interactions().size() - 1; i >= 0; i--) {
                Instant row = up(history.interactions().get(i).at());
                if (!row.isAfter(latest)) {
                    break;
                }
                latest = row.isAfter(at.plus(MOST)) ? latest : row;
            }
        }
        return latest;
    }

    /** Decisions count in milliseconds. */
    private static Instant up(Instant time) {
        Instant down = time.truncatedTo(ChronoUnit.MILLIS);
        return down.equals(time) ? time : down.plusMillis(1);
    }
}
