package org.filorosso.api.subject;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.api.store.Database;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.simulator.customers.ValueException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import tools.jackson.databind.JsonNode;

/** Counts how good the stored values are for one playbook, and what the gaps cost. */
final class DataQuality {
    private static final int MOST = 100_000;
    private static final int AT_ONCE = 1_000;

    private final Database database;
    private final Dictionary dictionary;
    private final LivePlaybook live;
    private final ZonedDateTime now;
    private final List<Tally> tallies = new ArrayList<>();
    private long looked;

    DataQuality(Database database, Dictionary dictionary, LivePlaybook live, Instant now) {
        this.database = database;
        this.dictionary = dictionary;
        this.live = live;
        this.now = now.atZone(live.playbook().settings().zone());
        dictionary.attributes().values().stream()
                .sorted(Comparator.comparing(Attribute::line))
                .forEach(attribute -> tallies.add(new Tally(attribute)));
    }

    /**
     * The report.
     *
     * @param subjects stored
     * @param looked of them, {@value #MOST} at most
     * @param decisions decided again to see what was lost
     */
    record Report(
            String playbook,
            String revision,
            Instant at,
            long subjects,
            long looked,
            int decisions,
            List<Line> attributes) {}

    /**
     * One attribute.
     *
     * @param missing subjects without a value
     * @param stale with one older than {@code maxAge}, which counts as missing
     * @param outOfRange with one that this revision does not allow, which counts as missing
     * @param lostCandidates actions dropped in the sample because it was not known
     * @param lostPriority what these are worth together
     */
    record Line(
            String attribute,
            @Nullable String maxAge,
            long missing,
            long stale,
            long outOfRange,
            long lostCandidates,
            double lostPriority) {}

    Report report(LostCandidates.Sample lost) {
        long subjects = database.sql()
                .sql("select count(*) from subject")
                .query(Long.class)
                .single();
        database.inTransaction(() -> {
            // a transaction, since PostgreSQL hands rows over bit by bit only inside one
            look();
            return true;
        });
        return new Report(
                live.name(),
                live.revision(),
                now.toInstant(),
                subjects,
                looked,
                lost.decisions(),
                tallies.stream().map(tally -> tally.line(lost)).toList());
    }

    private void look() {
        database.batches()
                .query(
                        connection -> {
                            var statement = connection.prepareStatement("select attributes from subject limit " + MOST);
                            statement.setFetchSize(AT_ONCE);
                            return statement;
                        },
                        (RowCallbackHandler) row -> look(StoredJson.read(row.getString(1))));
    }

    private void look(JsonNode attributes) {
        looked++;
        tallies.forEach(tally -> tally.count(attributes.path(tally.attribute.name())));
    }

    /** The counts of one attribute. */
    private final class Tally {
        private final Attribute attribute;
        private final @Nullable Instant oldest;
        private long missing;
        private long stale;
        private long outOfRange;

        Tally(Attribute attribute) {
            this.attribute = attribute;
            Span maxAge = attribute.maxAge();
            this.oldest = maxAge == null ? null : maxAge.before(now).toInstant();
        }

        void count(JsonNode stored) {
            if (stored.isMissingNode()) {
                missing++;
            } else if (!allowed(stored.path("value"))) {
                outOfRange++;
            } else if (oldest != null
                    && Instant.parse(stored.path("asOf").stringValue()).isBefore(oldest)) {
                stale++;
            }
        }

        private boolean allowed(JsonNode value) {
            try {
                return dictionary.values().read(attribute.type(), attribute.values(), value) != null;
            } catch (ValueException e) {
                return false;
            }
        }

        Line line(LostCandidates.Sample lost) {
            LostCandidates.Lost cost = lost.byAttribute().getOrDefault(attribute.name(), new LostCandidates.Lost(0, 0));
            Span maxAge = attribute.maxAge();
            return new Line(
                    attribute.name(),
                    maxAge == null ? null : maxAge.toString(),
                    missing,
                    stale,
                    outOfRange,
                    cost.candidates(),
                    cost.priority());
        }
    }
}
