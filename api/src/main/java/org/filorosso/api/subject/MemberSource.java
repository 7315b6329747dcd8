package org.filorosso.api.subject;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.ListedIds;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Members of a list as somebody sends them, one at a time, so that there may be any number. */
final class MemberSource {
    private MemberSource() {}

    /**
     * Takes one id.
     */
    interface Sink {

        /** @param place pointer into the body, or {@code /} and the line of a CSV */
        void take(String place, String id);
    }

    /** Ids of a CSV; an empty body has none. */
    static void csv(InputStream body, String header, Sink sink) throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(body);
        int first = peeked.read();
        if (first < 0) {
            return;
        }
        peeked.unread(first);
        try (ListedIds ids = ListedIds.open(DataFile.of(peeked, DataFile.Format.CSV), header)) {
            for (ListedIds.@Nullable Listed id = ids.next(); id != null; id = ids.next()) {
                sink.take("/" + id.line(), id.id());
            }
        } catch (FlawException e) {
            throw Refusal.of(
                    Kind.INVALID,
                    "The body cannot be read.",
                    ImportedRow.refused(0, e).faults());
        }
    }

    /** Ids of a JSON array. */
    static void array(InputStream body, Sink sink) {
        try (JsonParser json = StoredJson.mapper().createParser(body)) {
            json.nextToken();
            array(json, "", sink);
            if (json.nextToken() != null) {
                throw form();
            }
        } catch (JacksonException e) {
            throw Refusal.of(Kind.MALFORMED, "The body is no JSON. Maybe [\"c-1\", \"c-2\"].");
        }
    }

    /** Ids to add and to remove: {@code {"add": [...], "remove": [...]}}. */
    static void changes(InputStream body, Sink add, Sink remove) {
        try (JsonParser json = StoredJson.mapper().createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw form();
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "add" -> array(json, "/add", add);
                    case "remove" -> array(json, "/remove", remove);
                    default ->
                        throw Refusal.at(
                                Kind.INVALID,
                                Faults.pointer("", name),
                                "is no field of this",
                                null,
                                "Maybe add or remove.");
                }
            }
        } catch (JacksonException e) {
            throw Refusal.of(Kind.MALFORMED, "The body is no JSON. Maybe {\"add\": [\"c-1\"], \"remove\": []}.");
        }
    }

    private static void array(JsonParser json, String pointer, Sink sink) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw form();
        }
        int place = 0;
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token != JsonToken.VALUE_STRING) {
                throw Refusal.at(
                        Kind.INVALID, pointer + "/" + place, "should be a text", null, "Maybe [\"c-1\", \"c-2\"].");
            }
            sink.take(pointer + "/" + place++, json.getString());
        }
    }

    private static Refusal form() {
        return Refusal.of(
                Kind.INVALID,
                "The body has another form. Maybe a list of ids, or {\"add\": [\"c-1\"], \"remove\": [\"c-2\"]}.");
    }
}
