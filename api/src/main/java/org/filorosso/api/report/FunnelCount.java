package org.filorosso.api.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.filorosso.api.report.Report.About;
import org.filorosso.engine.decide.StageCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Adds up the stage counts that decisions recorded. */
final class FunnelCount {
    private static final String QUERY =
            "select at, channel, stage, arm, results, stages, no_action_reason from decision"
                    + " where playbook = ? and at >= ? and at < ?";

    private final Grouping by;
    private final ZoneId zone;
    private final Map<String, Sums> groups = new TreeMap<>();

    FunnelCount(Grouping by, ZoneId zone) {
        this.by = by;
        this.zone = zone;
        if (by == Grouping.NONE) {
            groups.put(Grouping.UNKNOWN, new Sums());
        }
    }

    /** The sums of one group. */
    private static final class Sums {
        private final Map<String, long[]> stages = new HashMap<>();
        private long decisions;
        private long answered;
        private long offered;

        private long[] stage(String code) {
            return stages.computeIfAbsent(code, unseen -> new long[3]);
        }

        void add(ResultSet row) throws SQLException {
            int results = DecisionCells.results(row.getString(5)).size();
            decisions++;
            answered += results > 0 ? 1 : 0;
            offered += results;
            for (Map.Entry<String, JsonNode> stage :
                    DecisionCells.results(row.getString(6)).properties()) {
                stage(stage.getKey())[0] += stage.getValue().path(0).asLong();
                stage(stage.getKey())[1] += stage.getValue().path(1).asLong();
            }
            String emptied = row.getString(7);
            if (emptied != null) {
                stage(emptied)[2]++;
            }
        }

        FunnelReport.Group group(@Nullable String key) {
            List<FunnelReport.Stage> rows = new ArrayList<>();
            for (StageCode code : StageCode.values()) {
                long[] sums = stages.get(code.code());
                if (sums != null) {
                    rows.add(new FunnelReport.Stage(code.code(), sums[0], sums[1], sums[0] - sums[1], sums[2]));
                }
            }
            return new FunnelReport.Group(key, decisions, answered, offered, rows);
        }
    }

    FunnelReport count(LogStore logs, About about, Period period) {
        logs.stream(
                QUERY,
                List.of(about.playbook(), period.start(), period.end()),
                row -> groups.computeIfAbsent(key(row), unseen -> new Sums()).add(row));
        return new FunnelReport(
                about,
                groups.entrySet().stream()
                        .map(group -> group.getValue().group(by == Grouping.NONE ? null : group.getKey()))
                        .toList());
    }

    private String key(ResultSet row) throws SQLException {
        return switch (by) {
            case CHANNEL -> row.getString(2);
            case STAGE -> row.getString(3);
            case ARM -> row.getString(4);
            case DAY -> Grouping.day(row.getObject(1, OffsetDateTime.class).toInstant(), zone);
            default -> Grouping.UNKNOWN;
        };
    }
}
