package org.filorosso.simulator.population;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.playbook.io.Keyed;
import org.filorosso.engine.playbook.io.Nearest;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/** Reads the correlations of population.yaml. */
final class CorrelationReader {
    private static final double SYMMETRY = 1e-12;
    private static final double POSITIVITY = 1e-10;

    private final List<String> known;

    CorrelationReader(List<Population.Trait> traits) {
        this.known = traits.stream().map(Population.Trait::name).toList();
    }

    Copula read(Keyed keys) {
        Map<List<String>, Double> pairs = new LinkedHashMap<>();
        for (Keyed pair : keys.items("correlations")) {
            pair.only("between", "rho");
            List<String> between = pair.texts("between");
            double rho = PlainShares.number(pair, "rho", 0);
            if (between.size() != 2 || between.get(0).equals(between.get(1))) {
                pair.error("between", "two traits are wanted", "Maybe between: [tenure months, monthly spend].");
            } else if (!(rho > -1 && rho < 1)) {
                pair.error("rho", "a number between -1 and 1 is wanted", "Maybe rho: 0.3.");
            } else {
                between.stream()
                        .filter(name -> !known.contains(name))
                        .forEach(name -> pair.error(
                                "between", "there is no trait \"" + name + "\"", Nearest.maybe(name, known)));
                pairs.put(between, rho);
            }
        }
        return pairs.isEmpty() ? Copula.INDEPENDENT : copula(keys, pairs);
    }

    private static Copula copula(Keyed keys, Map<List<String>, Double> pairs) {
        List<String> names =
                pairs.keySet().stream().flatMap(List::stream).distinct().toList();
        double[][] matrix = new double[names.size()][names.size()];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i][i] = 1;
        }
        pairs.forEach((pair, rho) -> {
            int a = names.indexOf(pair.get(0));
            int b = names.indexOf(pair.get(1));
            matrix[a][b] = rho;
            matrix[b][a] = rho;
        });
        try {
            RealMatrix lower =
                    new CholeskyDecomposition(new Array2DRowRealMatrix(matrix, false), SYMMETRY, POSITIVITY).getL();
            List<double[]> rows = new ArrayList<>();
            for (int i = 0; i < matrix.length; i++) {
                rows.add(lower.getRow(i));
            }
            return new Copula(names, List.copyOf(rows));
        } catch (MathIllegalArgumentException e) {
            keys.error(
                    "correlations", "no customers can be correlated in all these ways at once", "Maybe weaker ones.");
            return Copula.INDEPENDENT;
        }
    }
}
