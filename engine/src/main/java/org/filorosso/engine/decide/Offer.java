package org.filorosso.engine.decide;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What could be said to a customer now on one channel: an action that came through all stages before placement.
 *
 * @param action index in the catalogue
 * @param placement where it would stand: the first asked for that it has a treatment for
 * @param treatment id of the treatment
 * @param price the terms quoted, or null
 * @param cost what an acceptance costs, in the playbook's currency
 * @param priority P x C x V x L
 * @param quoted true when terms once presented have to be honoured, so that caps do not hold it back
 */
public record Offer(
        int action,
        String placement,
        String treatment,
        @Nullable BigDecimal price,
        double cost,
        double priority,
        boolean quoted) {}
