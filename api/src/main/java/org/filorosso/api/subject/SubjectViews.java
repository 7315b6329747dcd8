package org.filorosso.api.subject;

import java.util.Map;
import java.util.TreeMap;
import org.filorosso.api.security.Caller;
import org.filorosso.api.store.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what is known of a subject. */
@Component
final class SubjectViews {
    private final SubjectReader reader;
    private final AliasStore aliases;

    SubjectViews(SubjectReader reader, Database database) {
        this.reader = reader;
        this.aliases = new AliasStore(database);
    }

    SubjectView of(String idOrAlias, @Nullable String playbook, Caller caller) {
        StoredSubject stored = Subjects.await(reader.read(idOrAlias));
        ProfileRow row = ((StoredView) stored).profile();
        if (row == null) {
            throw SubjectStore.unknown(idOrAlias);
        }
        Profile profile = row.profile();
        Map<String, SubjectView.Value> attributes = new TreeMap<>();
        profile.attributes()
                .forEach((name, value) -> attributes.put(name, new SubjectView.Value(value.value(), value.asOf())));
        return new SubjectView(
                profile.id(),
                profile.version(),
                profile.household(),
                profile.language(),
                aliases.of(profile.id()),
                attributes,
                profile.consents(),
                profile.preferredChannels());
    }
}
