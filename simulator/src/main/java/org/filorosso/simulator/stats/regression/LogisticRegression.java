package org.filorosso.simulator.stats.regression;

import java.util.List;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.jspecify.annotations.Nullable;

/**
 * Logistic regression by iteratively reweighted least squares, with standard errors.
 *
 * <p>McCullagh, Nelder, Generalized Linear Models (2nd edition 1989), sections 2.5 and 4.4. Under {@link Shrinkage} the coefficients
 * are those of greatest posterior density, and the errors those of its normal approximation (Gelman et al., Bayesian Data Analysis,
 * 3rd edition, section 16.3).
 *
 * @param coefficients in log-odds
 * @param errors standard errors, by the same order
 * @param logLikelihood of the observations, without the shrinkage
 * @param settled whether the steps ended; false where the data part yes from no completely and nothing is believed beforehand
 */
public record LogisticRegression(double[] coefficients, double[] errors, double logLikelihood, boolean settled) {
    private static final int MOST_STEPS = 100;
    private static final int MOST_HALVINGS = 30;
    private static final double SHORTEST = 1e-10;
    private static final double FARTHEST = 30;
    private static final double SYMMETRY = 1e-9;
    private static final double POSITIVE = 1e-11;
    private static final double LEAST_INFORMATION = 1e-10;

    /**
     * Fits.
     *
     * @param observations at least one, each with as many numbers as there are coefficients
     * @throws IllegalArgumentException if a coefficient cannot be told from the others: two that are always the same, or one that
     *     is always 0, without shrinkage
     */
    public static LogisticRegression fit(List<Observation> observations, Shrinkage shrinkage) {
        double[] place = shrinkage.means().clone();
        RealMatrix information = information(observations, shrinkage, place);
        CholeskyDecomposition decomposed = decomposed(information);
        if (decomposed == null) {
            throw new IllegalArgumentException(
                    "a coefficient cannot be told from the others: two columns say the same, or"
                            + " one is always 0. Maybe leave one out, or shrink.");
        }
        boolean settled = false;
        for (int i = 0; i < MOST_STEPS && decomposed != null && !settled; i++) {
            RealVector step = decomposed.getSolver().solve(slope(observations, shrinkage, place));
            double[] next = climbed(observations, shrinkage, place, step);
            settled = new ArrayRealVector(next).getLInfDistance(new ArrayRealVector(place)) < SHORTEST;
            place = next;
            information = information(observations, shrinkage, place);
            decomposed = decomposed(information);
        }
        return new LogisticRegression(
                place,
                errors(information),
                logLikelihood(observations, place),
                settled && decomposed != null && certain(observations, place));
    }

    /** Square roots of the inverse's diagonal; where the data say nothing of a coefficient, huge. */
    private static double[] errors(RealMatrix information) {
        CholeskyDecomposition decomposed = decomposed(information);
        if (decomposed == null) {
            RealMatrix touched = information.copy();
            for (int i = 0; i < touched.getRowDimension(); i++) {
                touched.addToEntry(i, i, LEAST_INFORMATION);
            }
            decomposed = new CholeskyDecomposition(touched, SYMMETRY, 0);
        }
        RealMatrix covariance = decomposed.getSolver().getInverse();
        double[] errors = new double[covariance.getRowDimension()];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = Math.sqrt(covariance.getEntry(i, i));
        }
        return errors;
    }

    /** Whether somebody is neither sure to say yes nor sure to say no: else the coefficients only stopped where numbers end. */
    private static boolean certain(List<Observation> observations, double... place) {
        return observations.stream().anyMatch(one -> Math.abs(one.logOdds(place)) < FARTHEST);
    }

    /** The step, halved until it climbs. */
    private static double[] climbed(
            List<Observation> observations, Shrinkage shrinkage, double[] place, RealVector step) {
        double reached = objective(observations, shrinkage, place);
        RealVector from = new ArrayRealVector(place);
        double share = 1;
        for (int i = 0; i < MOST_HALVINGS; i++) {
            double[] next = from.add(step.mapMultiply(share)).toArray();
            if (objective(observations, shrinkage, next) >= reached) {
                return next;
            }
            share /= 2;
        }
        return place;
    }

    private static double objective(List<Observation> observations, Shrinkage shrinkage, double... place) {
        return logLikelihood(observations, place) + shrinkage.logDensity(place);
    }

    private static double logLikelihood(List<Observation> observations, double... place) {
        double sum = 0;
        for (Observation one : observations) {
            double odds = one.logOdds(place);
            sum += one.yes() * logistic(odds) + one.no() * logistic(-odds);
        }
        return sum;
    }

    /** ln(1 / (1 + e^-x)), which must not overflow. */
    private static double logistic(double x) {
        return Math.min(0, x) - Math.log1p(Math.exp(-Math.abs(x)));
    }

    private static RealVector slope(List<Observation> observations, Shrinkage shrinkage, double... place) {
        double[] slope = new double[place.length];
        for (Observation one : observations) {
            double share = 1 / (1 + Math.exp(-one.logOdds(place)));
            double more = one.yes() - share * (one.yes() + one.no());
            for (int i = 0; i < slope.length; i++) {
                slope[i] += more * one.x()[i];
            }
        }
        for (int i = 0; i < slope.length; i++) {
            slope[i] -= shrinkage.precision(i) * (place[i] - shrinkage.means()[i]);
        }
        return new ArrayRealVector(slope, false);
    }

    private static RealMatrix information(List<Observation> observations, Shrinkage shrinkage, double... place) {
        int n = place.length;
        double[][] sums = new double[n][n];
        for (Observation one : observations) {
            double share = 1 / (1 + Math.exp(-one.logOdds(place)));
            double weight = share * (1 - share) * (one.yes() + one.no());
            double[] x = one.x();
            for (int i = 0; i < n; i++) {
                double part = weight * x[i];
                for (int j = 0; part != 0 && j <= i; j++) {
                    sums[i][j] += part * x[j];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            sums[i][i] += shrinkage.precision(i);
            for (int j = 0; j < i; j++) {
                sums[j][i] = sums[i][j];
            }
        }
        return new Array2DRowRealMatrix(sums, false);
    }

    /** Null where a coefficient cannot be told from the others. */
    private static @Nullable CholeskyDecomposition decomposed(RealMatrix information) {
        try {
            return new CholeskyDecomposition(information, SYMMETRY, POSITIVE);
        } catch (MathIllegalArgumentException e) {
            return null; // the caller tells what that means
        }
    }

    /** The probability to say yes, 0..1. */
    public double probability(double... x) {
        return 1 / (1 + Math.exp(-new Observation(x, 0, 0).logOdds(coefficients)));
    }
}
