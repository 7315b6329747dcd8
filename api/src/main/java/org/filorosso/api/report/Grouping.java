package org.filorosso.api.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.filorosso.api.report.SubjectRows.Detail;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.score.Contacted;
import org.filorosso.engine.score.Decided;
import org.jspecify.annotations.Nullable;

/** What the rows of a report are for. */
enum Grouping {
    NONE,
    CHANNEL,
    STAGE,
    ACTION,
    ISSUE,
    ARM,
    DAY;

    /** What stands where a row belongs nowhere, such as a response whose decision is not in the log. */
    static final String UNKNOWN = "";

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Grouping of(@Nullable String by) {
        return by == null ? NONE : valueOf(by.toUpperCase(Locale.ROOT));
    }

    /** Whether rows are for what was offered: then events, which are not about an offer, belong to none of them. */
    boolean ofOffers() {
        return this == CHANNEL || this == ACTION || this == ISSUE;
    }

    /**
     * Where and when something happened.
     *
     * @param actions it was about
     */
    record Place(
            Instant at,
            String channel,
            List<String> actions,
            @Nullable Decided decided,
            @Nullable Detail detail) {

        static Place of(Contacted contact, SubjectRows rows) {
            return new Place(
                    contact.at(),
                    contact.channel(),
                    contact.shown().stream().map(Contacted.Shown::action).toList(),
                    contact.decided(),
                    rows.details().get(contact.interactionId()));
        }

        static Place of(Decided decided, SubjectRows rows) {
            return new Place(
                    decided.at(),
                    decided.channel(),
                    decided.results().stream().map(Decided.Offered::action).toList(),
                    decided,
                    rows.details().get(decided.interactionId()));
        }

        static Place of(SubjectRows.Acceptance taken) {
            return new Place(
                    taken.row().at(),
                    taken.row().channel(),
                    List.of(taken.row().action()),
                    taken.decided(),
                    taken.detail());
        }
    }

    /** The rows that something belongs to; of {@link #NONE} the one row for all. */
    Set<String> keys(Place place, Playbook playbook) {
        return switch (this) {
            case NONE -> Set.of(UNKNOWN);
            case CHANNEL -> Set.of(place.channel());
            case STAGE ->
                Set.of(place.detail() == null ? UNKNOWN : place.detail().stage());
            case ARM ->
                Set.of(place.decided() == null ? UNKNOWN : place.decided().arm());
            case DAY -> Set.of(day(place.at(), playbook.settings().zone()));
            case ACTION -> new TreeSet<>(place.actions());
            case ISSUE -> issues(place, playbook);
        };
    }

    private static Set<String> issues(Place place, Playbook playbook) {
        Set<String> issues = new TreeSet<>();
        for (String name : place.actions()) {
            Action action = playbook.catalogue().find(name);
            issues.add(action == null ? UNKNOWN : action.issue());
        }
        return issues;
    }

    static String day(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate().toString();
    }
}
