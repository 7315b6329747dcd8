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

    private final String code = name().toLowerCase(Locale.ROOT);

    /** As it is written in files and JSON. */
    public String code() {
        return code;
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
