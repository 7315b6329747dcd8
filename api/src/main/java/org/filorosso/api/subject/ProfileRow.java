package org.filorosso.api.subject;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code subject}; its JSON is read when somebody wants it. */
record ProfileRow(
        String id,
        @Nullable String household,
        @Nullable String language,
        String attributes,
        String consents,
        String preferredChannels,
        @Nullable String worth,
        long version) {

    /** In the order of {@link #of}. */
    static final String COLUMNS = "id, household, language, attributes, consents, preferred_channels, worth, version";

    static ProfileRow of(ResultSet row) throws SQLException {
        return new ProfileRow(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getLong(8));
    }

    Profile profile() {
        return new Profile(
                id,
                household,
                language,
                Profile.attributes(attributes),
                Profile.consents(consents),
                Profile.channels(preferredChannels),
                Profile.worth(worth),
                version);
    }
}
