package org.filorosso.api.subject;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.filorosso.api.subject.StoredRows.QuoteRow;
import org.filorosso.api.subject.StoredRows.StageRow;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.history.History;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/**
 * A subject among the rows of his batch.
 *
 * @param profile null where none is stored
 */
record StoredView(String id, @Nullable ProfileRow profile, StoredRows rows, Dictionaries dictionaries)
        implements StoredSubject {

    @Override
    public boolean known() {
        return profile != null;
    }

    @Override
    public KnownSubject seenBy(Playbook playbook, Instant at) {
        Dictionary dictionary = dictionaries.of(playbook);
        List<State.Quote> quotes = StoredRows.of(rows.quotes, id).stream()
                .filter(row -> row.playbook().equals(playbook.name()))
                .map(QuoteRow::quote)
                .toList();
        StageRow stage = stage(playbook.name(), at);
        return new KnownSubject(
                subject(dictionary),
                quotes,
                stage == null ? null : stage.stage(),
                stage == null ? null : stage.since());
    }

    private @Nullable StageRow stage(String playbook, Instant at) {
        return StoredRows.of(rows.stages, id).stream()
                .filter(row -> row.playbook().equals(playbook) && !row.since().isAfter(at))
                .findFirst()
                .orElse(null);
    }

    private Subject subject(Dictionary dictionary) {
        ProfileRow stored = profile == null ? NOBODY : profile;
        String household = stored.household();
        List<String> own = StoredRows.of(rows.lists, id);
        return new Subject(
                id,
                household,
                dictionary.language(stored.language()),
                dictionary.attributes(stored.attributes(), dictionaries::refused),
                Dictionary.consents(stored.consents()),
                dictionary.channels(stored.preferredChannels()),
                dictionary.lists(own, household == null ? own : StoredRows.of(rows.lists, household)),
                new History(StoredRows.of(rows.interactions, id), dictionary.events(StoredRows.of(rows.events, id))),
                household == null ? History.NONE : others(household, dictionary),
                worth(Profile.worth(stored.worth())));
    }

    private History others(String household, Dictionary dictionary) {
        List<Interaction> interactions = new ArrayList<>();
        List<StoredRows.EventRow> events = new ArrayList<>();
        for (String member : StoredRows.of(rows.members, household)) {
            if (!member.equals(id)) {
                interactions.addAll(StoredRows.of(rows.interactions, member));
                events.addAll(StoredRows.of(rows.events, member));
            }
        }
        return interactions.isEmpty() && events.isEmpty()
                ? History.NONE
                : History.of(interactions, dictionary.events(events));
    }

    private static Subject.@Nullable Worth worth(Profile.Worth loaded) {
        if (loaded.equals(Profile.Worth.UNKNOWN)) {
            return null;
        }
        return new Subject.Worth(
                loaded.rfm(), loaded.value() == null ? null : loaded.value().doubleValue());
    }

    private static final ProfileRow NOBODY = new ProfileRow("", null, null, "{}", "{}", "[]", null, 0);
}
