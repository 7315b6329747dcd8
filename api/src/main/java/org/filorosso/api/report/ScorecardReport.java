package org.filorosso.api.report;

import java.util.ArrayList;
import java.util.List;
import org.filorosso.engine.score.Scorecard;
import org.filorosso.engine.score.Scorecard.Figure;
import org.filorosso.engine.score.Scorecard.Part;
import org.filorosso.engine.score.Scorecard.Score;
import org.jspecify.annotations.Nullable;

/**
 * The five Cs.
 *
 * @param cut subjects with more rows than a person has, read up to their limit
 * @param groups one for all, or one for each arm or revision, in their order
 */
record ScorecardReport(About about, long cut, List<Group> groups) implements Report {

    /**
     * One scorecard.
     *
     * @param key of the group, or null for all
     */
    record Group(@Nullable String key, Scorecard scorecard) {}

    @Override
    public List<String> columns() {
        return List.of("key", "c", "part", "score", "low", "high", "numerator", "denominator", "interval");
    }

    @Override
    public List<List<@Nullable Object>> rows() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Group group : groups) {
            for (Score score : group.scorecard().scores()) {
                rows.add(row(group.key(), score));
                score.parts().forEach(part -> rows.add(row(group.key(), score.name(), part)));
            }
        }
        return rows;
    }

    private static List<@Nullable Object> row(@Nullable String key, Score score) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(key);
        row.add(score.name());
        row.add(null);
        row.add(score.score());
        row.add(score.low());
        row.add(score.high());
        row.add(null);
        row.add(null);
        row.add(score.score() == null ? null : "square and add");
        return row;
    }

    private static List<@Nullable Object> row(@Nullable String key, String score, Part part) {
        Figure figure = part.figure();
        List<@Nullable Object> row = new ArrayList<>();
        row.add(key);
        row.add(score);
        row.add(part.name());
        row.add(figure == null ? null : figure.score());
        row.add(figure == null ? null : figure.low());
        row.add(figure == null ? null : figure.high());
        row.add(figure == null ? null : figure.numerator());
        row.add(figure == null ? null : figure.denominator());
        row.add(figure == null ? null : figure.interval());
        return row;
    }
}
