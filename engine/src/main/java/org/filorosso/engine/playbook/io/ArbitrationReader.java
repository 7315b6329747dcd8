package org.filorosso.engine.playbook.io;

import java.math.BigDecimal;
import org.filorosso.engine.playbook.Settings.ArbitrationSettings;
import org.filorosso.engine.playbook.Settings.Exploration;
import org.filorosso.engine.playbook.Settings.PropensityModel;
import org.jspecify.annotations.Nullable;

/** Reads {@code arbitration} of playbook.yaml. */
final class ArbitrationReader {
    private static final String EPSILON = "epsilon ";
    private static final String CHOICES = "Maybe none, epsilon 0.05 or thompson.";

    private final Keyed keys;
    private final Scalars scalars;

    ArbitrationReader(Keyed keys, Scalars scalars) {
        this.keys = keys.only("propensity", "exploration", "threshold", "half life");
        this.scalars = scalars;
    }

    ArbitrationSettings read() {
        PropensityModel propensity =
                keys.choice("propensity", Words.of(PropensityModel.class), PropensityModel.ADAPTIVE);
        String exploration = keys.text("exploration", "none");
        boolean epsilon = exploration.startsWith(EPSILON);
        if (exploration.equals("thompson") && propensity == PropensityModel.OFF) {
            keys.error(
                    "exploration",
                    "thompson draws from what was learnt, and propensity is off",
                    "Maybe \"propensity: adaptive\".");
        }
        return new ArbitrationSettings(
                propensity,
                epsilon ? Exploration.EPSILON : exploration(exploration),
                epsilon ? epsilon(exploration.substring(EPSILON.length())) : 0,
                threshold(),
                keys.read("half life", scalars::duration));
    }

    private Exploration exploration(String word) {
        if (!word.equals("none") && !word.equals("thompson")) {
            keys.error("exploration", "\"" + Characters.visible(word, 40) + "\" is no exploration", CHOICES);
        }
        return word.equals("thompson") ? Exploration.THOMPSON : Exploration.NONE;
    }

    private double epsilon(String text) {
        BigDecimal number = scalars.number(text).value();
        if (number == null || !Bounds.SHARE.hold(number)) {
            keys.error("exploration", "epsilon is a probability from 0 to 1", CHOICES);
            return 0;
        }
        return number.doubleValue();
    }

    private @Nullable Double threshold() {
        if (keys.text("threshold", "0").equals("pays")) {
            return null;
        }
        return keys.number("threshold", scalars::number, Bounds.FINITE, BigDecimal.ZERO)
                .doubleValue();
    }
}
