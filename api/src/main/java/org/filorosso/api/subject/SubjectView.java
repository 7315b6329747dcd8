package org.filorosso.api.subject;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A subject as it is answered. */
record SubjectView(
        String id,
        long version,
        @Nullable String household,
        @Nullable String language,
        List<String> aliases,
        Map<String, Value> attributes,
        Map<String, Profile.Consent> consents,
        List<String> preferredChannels) {

    /** A value and its date. */
    record Value(JsonNode value, Instant asOf) {}
}
