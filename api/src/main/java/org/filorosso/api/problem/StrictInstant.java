package org.filorosso.api.problem;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads an instant: RFC 3339 with an offset, of a year that a database can hold. */
final class StrictInstant extends ValueDeserializer<Instant> {
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("3000-01-01T00:00:00Z");

    @Override
    public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        String text = parser.getString();
        try {
            Instant at = OffsetDateTime.parse(text).toInstant();
            if (!at.isBefore(FIRST) && at.isBefore(END)) {
                return at;
            }
        } catch (DateTimeException e) {
            // told below, like a year out of bounds
        }
        return (Instant) context.handleWeirdStringValue(Instant.class, text, "not an instant");
    }
}
