package org.filorosso.simulator.clv;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealVector;

/**
 * Positive parameters of greatest likelihood, by Newton's method over their logarithms.
 *
 * <p>Nocedal, Wright, Numerical Optimization (2nd edition 2006), section 3.4: where the likelihood is not concave, eigenvalues of its
 * Hessian are turned to the other sign, so that every step climbs; steps are halved until they do (algorithm 3.1). The Hessian is
 * the difference of gradients on both sides.
 */
final class Fit {
    private static final int MOST_STEPS = 300;
    private static final int MOST_HALVINGS = 40;
    private static final double DIFFERENCE = 1e-4;
    private static final double LONGEST = 2;
    private static final double SHORTEST = 1e-11;
    private static final double LEAST_CURVATURE = 1e-9;
    // beyond e^-12 and e^12 times the start there is no maximum to find, only a slope without end
    private static final double FARTHEST = 12;

    private final Likelihood likelihood;
    private final double[] start;
    private final double[] place;
    private double best;

    /** A likelihood and how it changes. */
    interface Likelihood {

        /**
         * The logarithm of the likelihood.
         *
         * @param parameters above 0
         * @param gradient takes the derivatives by each parameter
         */
        double at(double[] parameters, double[] gradient);
    }

    private Fit(Likelihood likelihood, double... start) {
        this.likelihood = likelihood;
        this.start = Arrays.stream(start).map(Math::log).toArray();
        this.place = this.start.clone();
        this.best = at(place, new double[start.length]);
    }

    /**
     * Searches.
     *
     * @param start above 0
     */
    static Fit of(Likelihood likelihood, double... start) {
        Fit fit = new Fit(likelihood, start);
        int steps = 0;
        while (steps < MOST_STEPS && fit.step()) {
            steps++;
        }
        return fit;
    }

    double parameter(int i) {
        return Math.exp(place[i]);
    }

    double logLikelihood() {
        return best;
    }

    /** Whether a parameter went as far as the search goes: the data do not bound it. */
    boolean endless() {
        for (int i = 0; i < place.length; i++) {
            if (Math.abs(place[i] - start[i]) > FARTHEST - 1e-6) {
                return true;
            }
        }
        return false;
    }

    /** By the logarithms of the parameters. */
    private double at(double[] logs, double[] gradient) {
        double[] parameters = new double[logs.length];
        for (int i = 0; i < logs.length; i++) {
            parameters[i] = Math.exp(logs[i]);
        }
        double value = likelihood.at(parameters, gradient);
        for (int i = 0; i < logs.length; i++) {
            gradient[i] *= parameters[i];
        }
        return value;
    }

    private double[] gradient(double... logs) {
        double[] gradient = new double[logs.length];
        at(logs, gradient);
        return gradient;
    }

    /** Climbs once; false where nothing is left to climb. */
    private boolean step() {
        double[] direction = direction();
        double longest = new ArrayRealVector(direction).getLInfNorm();
        double share = Math.min(1, LONGEST / longest);
        for (int i = 0; i < MOST_HALVINGS && share * longest > SHORTEST; i++) {
            double[] next = new double[place.length];
            for (int j = 0; j < next.length; j++) {
                double moved = place[j] + share * direction[j];
                next[j] = Math.max(start[j] - FARTHEST, Math.min(start[j] + FARTHEST, moved));
            }
            double value = at(next, new double[next.length]);
            if (value > best && value < Double.POSITIVE_INFINITY) {
                System.arraycopy(next, 0, place, 0, next.length);
                best = value;
                return true;
            }
            share /= 2;
        }
        return false;
    }

    /** Newton's step by the absolute values of the Hessian's eigenvalues. */
    private double[] direction() {
        RealVector slope = new ArrayRealVector(gradient(place));
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(hessian());
        RealVector direction = new ArrayRealVector(place.length);
        for (int i = 0; i < place.length; i++) {
            RealVector axis = eigen.getEigenvector(i);
            double curvature = Math.max(LEAST_CURVATURE, Math.abs(eigen.getEigenvalue(i)));
            direction = direction.add(axis.mapMultiply(axis.dotProduct(slope) / curvature));
        }
        return direction.toArray();
    }

    private Array2DRowRealMatrix hessian() {
        int n = place.length;
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] up = place.clone();
            double[] down = place.clone();
            up[i] += DIFFERENCE;
            down[i] -= DIFFERENCE;
            double[] above = gradient(up);
            double[] below = gradient(down);
            rows[i] = new double[n];
            for (int j = 0; j < n; j++) {
                rows[i][j] = (above[j] - below[j]) / (2 * DIFFERENCE);
            }
        }
        Array2DRowRealMatrix hessian = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                hessian.setEntry(i, j, (rows[i][j] + rows[j][i]) / 2);
            }
        }
        return hessian;
    }
}
