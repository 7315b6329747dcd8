package org.filorosso.engine.playbook;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Money that may be spent on a target.
 *
 * @param channel index of the channel it is for, or null for all
 * @param amount in the playbook's currency, positive
 * @param stop true when candidates are dropped once it is used up; false only warns
 */
public record Budget(
        String id,
        int line,
        Target target,
        @Nullable Integer channel,
        BigDecimal amount,
        Per per,
        Counts counts,
        boolean stop,
        Dates dates) {

    /** How long an amount lasts. */
    public enum Per {
        DAY,
        MONTH,
        ALL
    }

    /** What is charged to it. */
    public enum Counts {
        CONTACT,
        ACCEPTANCE,
        BOTH
    }
}
