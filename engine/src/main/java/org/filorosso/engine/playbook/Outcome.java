package org.filorosso.engine.playbook;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of an action, in the order a contact lives. */
public enum Outcome {
    DECIDED,
    SENT,
    PRESENTED,
    CLICKED,
    ACCEPTED,
    REJECTED,
    LATER,
    IGNORED,
    FULFILLED,
    FAILED,
    REVERSED;

    /** As it is written in files and JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The outcome written {@code code}, or null. */
    public static @Nullable Outcome of(String code) {
        for (Outcome outcome : values()) {
            if (outcome.code().equals(code)) {
                return outcome;
            }
        }
        return null;
    }
}
