package org.filorosso.engine.playbook;

import java.util.Locale;

/** Who began the contact. */
public enum Direction {
    INBOUND,
    OUTBOUND;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** As it is written in files and JSON. */
    public String code() {
        return code;
    }
}
