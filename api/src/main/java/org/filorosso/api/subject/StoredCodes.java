package org.filorosso.api.subject;

import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Outcome;

/** Reads what tables hold of the engine's codes. We wrote them: one that nobody knows is a fault of the data. */
public final class StoredCodes {
    private StoredCodes() {}

    /** @throws IllegalStateException if there is no such direction */
    public static Direction direction(String code) {
        Direction known = Direction.of(code);
        if (known == null) {
            throw new IllegalStateException("The database holds a direction (" + code + ") that nobody knows");
        }
        return known;
    }

    /** @throws IllegalStateException if there is no such outcome */
    public static Outcome outcome(String code) {
        Outcome known = Outcome.of(code);
        if (known == null) {
            throw new IllegalStateException("The database holds an outcome (" + code + ") that nobody knows");
        }
        return known;
    }
}
