package org.filorosso.engine.learn;

import org.filorosso.engine.learn.BetaCounts.Count;

/**
 * The belief that a customer accepts an action when it is presented: a Beta distribution.
 *
 * <p>Adaptive: each level of detail is shrunk towards the one above it with the prior's strength s,
 * p_a = (prior s + k_a) / (s + n_a), p_ac = (p_a s + k_ac) / (s + n_ac), p_acs = (p_ac s + k_acs) / (s + n_acs): the
 * posterior mean of a Beta-binomial model (Gelman et al., Bayesian Data Analysis, 3rd ed., section 2.4).
 *
 * @param mean 0..1
 * @param observations what the belief weighs, in observations: strength plus presentations of the last level
 */
public record Propensity(double mean, double observations) {

    /** What is believed where no row says anything. */
    public static final Propensity UNINFORMED = new Propensity(0.5, 2);

    public static Propensity prior(double mean, double strength) {
        return new Propensity(mean, strength);
    }

    /**
     * This prior moved by what was counted.
     *
     * @param action of the action over all channels
     * @param channel of the action on the channel
     * @param stage of the action on the channel in the stage
     */
    public Propensity adapted(Count action, Count channel, Count stage) {
        double strength = observations;
        double mean = shrunk(shrunk(shrunk(this.mean, strength, action), strength, channel), strength, stage);
        return new Propensity(mean, strength + stage.presented());
    }

    private static double shrunk(double towards, double strength, Count count) {
        return (towards * strength + count.accepted()) / (strength + count.presented());
    }

    /** True when the mean is a probability and the weight is positive and finite. */
    public boolean valid() {
        return mean >= 0 && mean <= 1 && observations > 0 && Double.isFinite(observations);
    }

    /** First parameter of the Beta distribution. */
    public double alpha() {
        return mean * observations;
    }

    /** Second parameter of the Beta distribution. */
    public double beta() {
        return (1 - mean) * observations;
    }
}
