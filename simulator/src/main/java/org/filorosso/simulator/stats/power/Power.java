package org.filorosso.simulator.stats.power;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.filorosso.simulator.stats.Zero;

/** A formula of power; any two of units, power and effect give the third. */
public interface Power {
    /** The most units that are looked for. */
    double MOST = 1e12;

    /** The fewest units of the control. */
    double LEAST = 2;

    /**
     * The chance to find an effect.
     *
     * @param n units of the control, at least 2
     * @param effect absolute difference, above 0
     * @return 0..1
     */
    double power(double n, double effect);

    /** The largest effect there can be. */
    double largest();

    /** The name of the formula, as options write it. */
    String formula();

    /** The control's units that find an effect with a power; empty where even {@value #MOST} do not. */
    default OptionalDouble units(double power, double effect) {
        DoubleUnaryOperator lacking = log -> power(Math.exp(log), effect) - power;
        if (lacking.applyAsDouble(Math.log(LEAST)) >= 0) {
            return OptionalDouble.of(LEAST);
        }
        return lacking.applyAsDouble(Math.log(MOST)) < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.exp(Zero.of(lacking, Math.log(LEAST), Math.log(MOST))));
    }

    /** The smallest effect that is found with a power; empty where even the largest is not. */
    default OptionalDouble effect(double power, double n) {
        DoubleUnaryOperator lacking = effect -> power(n, effect) - power;
        return lacking.applyAsDouble(largest()) < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Zero.of(lacking, largest() * 1e-12, largest()));
    }
}
