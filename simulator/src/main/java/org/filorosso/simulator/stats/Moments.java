package org.filorosso.simulator.stats;

/**
 * Count, means and products of deviations of a vector of numbers, updated one observation at a time. Not thread-safe.
 *
 * <p>Welford, Note on a method for calculating corrected sums of squares and products, Technometrics 4 (1962) 419-420, which
 * keeps its digits where means are large against deviations. Sums of a whole file need no memory beyond this.
 */
public final class Moments {
    // sums of whole numbers are exact, and so are shares made of them; means follow on the way for the deviations
    private final double[] sums;
    private final double[] mean;
    private final double[][] products;
    private long n;

    /** @param size length of the vectors, at least 1 */
    public Moments(int size) {
        this.sums = new double[size];
        this.mean = new double[size];
        this.products = new double[size][size];
    }

    /**
     * From aggregates.
     *
     * @param n number of observations
     * @param sums their sums
     * @param sumsOfProducts sums of the products of each two components, symmetric
     */
    public static Moments of(long n, double[] sums, double[][] sumsOfProducts) {
        Moments moments = new Moments(sums.length);
        moments.n = n;
        for (int i = 0; i < sums.length && n > 0; i++) {
            moments.sums[i] = sums[i];
            moments.mean[i] = sums[i] / n;
            for (int j = 0; j < sums.length; j++) {
                moments.products[i][j] = sumsOfProducts[i][j] - sums[i] * (sums[j] / n);
            }
        }
        return moments;
    }

    /** Counts one observation; the array is not kept. */
    public void add(double... values) {
        n++;
        for (int i = 0; i < mean.length; i++) {
            sums[i] += values[i];
            double deviation = values[i] - mean[i];
            mean[i] += deviation / n;
            for (int j = 0; j <= i; j++) {
                // the mean of j <= i has been moved already: deviation before times deviation after
                products[i][j] += deviation * (values[j] - mean[j]);
                products[j][i] = products[i][j];
            }
        }
    }

    /** The number of observations. */
    public long n() {
        return n;
    }

    /** The mean of a component, 0 where there is no observation. */
    public double mean(int i) {
        return n == 0 ? 0 : sums[i] / n;
    }

    /** The sum of a component. */
    public double sum(int i) {
        return sums[i];
    }

    /** The sum over observations of the products of two components' deviations from their means. */
    public double products(int i, int j) {
        return products[i][j];
    }

    /** The sample covariance, divided by n - 1; 0 of fewer than two observations. */
    public double covariance(int i, int j) {
        return n < 2 ? 0 : products[i][j] / (n - 1);
    }

    /** The sample covariance of two linear combinations of the components. */
    public double covariance(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; j < right.length; j++) {
                sum += left[i] * right[j] * covariance(i, j);
            }
        }
        return sum;
    }

    /** The moments of some neighbouring components alone. */
    public Moments part(int from, int size) {
        Moments part = new Moments(size);
        part.n = n;
        for (int i = 0; i < size; i++) {
            part.sums[i] = sums[from + i];
            part.mean[i] = mean[from + i];
            System.arraycopy(products[from + i], from, part.products[i], 0, size);
        }
        return part;
    }
}
