package org.filorosso.engine.decide;

import java.math.BigDecimal;
import org.filorosso.engine.learn.BetaCounts;
import org.filorosso.engine.learn.Propensity;
import org.filorosso.engine.playbook.PropensityRow;
import org.filorosso.engine.playbook.Settings;
import org.filorosso.engine.playbook.Target;
import org.jspecify.annotations.Nullable;

/** What is believed of an action: its prior, moved by what was counted where the playbook says so. */
final class Beliefs {

    private static final Propensity MISSING = new Propensity(Double.NaN, Double.NaN);

    private Beliefs() {}

    /** The belief; not {@link Propensity#valid() valid} when the prior is missing or no probability. */
    static Propensity of(Deciding deciding, int action) {
        Propensity prior = prior(deciding, action);
        boolean adaptive =
                deciding.playbook().settings().arbitration().propensity() == Settings.PropensityModel.ADAPTIVE;
        BetaCounts counts = deciding.state.counts();
        if (!adaptive || counts.counts().isEmpty()) {
            return prior;
        }
        String name = deciding.action(action).name();
        String channel = deciding.channel.name();
        return prior.adapted(
                counts.of(name, "", ""),
                counts.of(name, channel, ""),
                counts.of(name, channel, deciding.assigned.stage()));
    }

    private static Propensity prior(Deciding deciding, int action) {
        PropensityRow row = row(deciding, action);
        if (row == null) {
            return Propensity.UNINFORMED;
        }
        return row.prior().value(deciding.fact) instanceof BigDecimal mean
                ? Propensity.prior(mean.doubleValue(), row.strength())
                : MISSING;
    }

    /** The most specific matching row: action before group before issue, then the later row. */
    static @Nullable PropensityRow row(Deciding deciding, int action) {
        for (Target.Level level : Target.Level.FROM_ACTION) {
            for (PropensityRow row : deciding.blueprint.propensity.at(level, action)) {
                if (deciding.matches(row.row())) {
                    return row;
                }
            }
        }
        return null;
    }
}
