package org.filorosso.simulator.stats.bayes;

import org.filorosso.simulator.stats.Interval;

/** What is believed of an arm against its control after the data. */
public interface Posterior {

    /** The probability that the arm's value is above the control's, 0..1. */
    double probabilityToBeat();

    /** What is lost on average by taking the arm: the mean of control less arm where the control is better, else 0. */
    double expectedLoss();

    /** The credible interval of the difference, equal tails. */
    Interval absolute(double alpha);

    /** The credible interval of the difference over the control's value, equal tails. */
    Interval relative(double alpha);
}
