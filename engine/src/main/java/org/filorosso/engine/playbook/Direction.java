package org.filorosso.engine.playbook;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who began the contact. */
public enum Direction {
    INBOUND,
    OUTBOUND;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** As it is written in files and JSON. */
    public String code() {
        return code;
    }

    /** The direction written {@code code}, or null. */
    public static @Nullable Direction of(String code) {
        for (Direction direction : values()) {
            if (direction.code().equals(code)) {
                return direction;
            }
        }
        return null;
    }
}
