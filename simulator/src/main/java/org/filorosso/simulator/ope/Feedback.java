package org.filorosso.simulator.ope;

/**
 * One logged decision and what became of it.
 *
 * @param reward observed
 * @param pscore probability with which the logging policy chose the logged action, above 0 to 1
 * @param pi probability with which the new policy chooses the same action, 0..1
 * @param q a reward model's value for the logged action; 0 without a model
 * @param qpi the model's value for the new policy: its mean over the policy's choices; 0 without a model
 */
public record Feedback(double reward, double pscore, double pi, double q, double qpi) {

    /** The importance weight. */
    public double weight() {
        return pi / pscore;
    }
}
