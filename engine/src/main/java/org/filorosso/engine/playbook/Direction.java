package org.filorosso.engine.playbook;

/** Who began the contact. */
public enum Direction {
    INBOUND,
    OUTBOUND;

    /** As it is written in files and JSON. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
