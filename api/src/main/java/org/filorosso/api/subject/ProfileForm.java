package org.filorosso.api.subject;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.filorosso.api.subject.ProfileChange.Part;
import org.filorosso.engine.playbook.io.Characters;
import org.filorosso.simulator.customers.ValueException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads the JSON form of a subject, as it is put, patched or imported, and collects all that is wrong with it. */
final class ProfileForm {
    static final int MOST_ALIASES = 20;
    static final int LONGEST_SOURCE = 64;

    private static final Set<String> KEYS = new LinkedHashSet<>(List.of(
            "attributes", "consents", "preferredChannels", "household", "language", "aliases", "rfm", "customerValue"));
    private static final List<String> CONSENT_KEYS = List.of("granted", "at", "source", "until");
    private static final List<String> VALUE_KEYS = List.of("value", "asOf");
    private static final Pattern RFM = Pattern.compile("[1-5]{3}");
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final int EARLIEST_YEAR = 1900;

    private final Vocabulary words;
    private final Instant now;
    private final Faults faults;

    /** @param now when it arrived */
    ProfileForm(Vocabulary words, Instant now, Faults faults) {
        this.words = words;
        this.now = now;
        this.faults = faults;
    }

    /**
     * The whole of a subject: what is not mentioned goes, but for consents, which go only when others are told.
     *
     * @param body without an id; the faults tell whether it may be used
     */
    ProfileChange whole(String id, JsonNode body, @Nullable Long version) {
        ProfileChange told = change(id, body, version, true);
        return new ProfileChange(
                id,
                true,
                version,
                or(told.household()),
                or(told.language()),
                told.attributes() == null ? new Part<>(true, Map.of()) : told.attributes(),
                told.consents(),
                told.preferredChannels() == null ? List.of() : told.preferredChannels(),
                or(told.rfm()),
                told.value() == null ? Optional.empty() : told.value(),
                told.aliases() == null ? List.of() : told.aliases());
    }

    private static Optional<String> or(@Nullable Optional<String> told) {
        return told == null ? Optional.empty() : told;
    }

    /** A part of a subject: what is not mentioned stays, null removes. */
    ProfileChange part(String id, JsonNode body, @Nullable Long version) {
        return change(id, body, version, false);
    }

    /** A part of a subject who comes into being by it where he is not known. */
    ProfileChange upsert(String id, JsonNode body) {
        ProfileChange told = change(id, body, null, false);
        return new ProfileChange(
                id,
                true,
                null,
                told.household(),
                told.language(),
                told.attributes(),
                told.consents(),
                told.preferredChannels(),
                told.rfm(),
                told.value(),
                told.aliases());
    }

    private ProfileChange change(String id, JsonNode body, @Nullable Long version, boolean whole) {
        if (!body.isObject()) {
            faults.add("", "should be an object", body, "Maybe {\"attributes\": {\"plan\": \"smart\"}}.");
            return new ProfileChange(id, false, version, null, null, null, null, null, null, null, null);
        }
        for (Map.Entry<String, JsonNode> entry : body.properties()) {
            if (!KEYS.contains(entry.getKey())) {
                faults.unknown(Faults.pointer("", entry.getKey()), "is no field of a subject", entry.getKey(), KEYS);
            }
        }
        return new ProfileChange(
                id,
                whole,
                version,
                text(body, "household", Ids::valid, Ids.MESSAGE + " of a household", Ids.HINT),
                text(body, "language", words.languages()::contains, "is no language of a playbook", languages()),
                body.has("attributes") ? attributes(body.path("attributes"), whole) : null,
                body.has("consents") ? consents(body.path("consents"), whole) : null,
                body.has("preferredChannels") ? channels(body.path("preferredChannels")) : null,
                text(
                        body,
                        "rfm",
                        score -> RFM.matcher(score).matches(),
                        "is no RFM score",
                        "Maybe three digits from 1 to 5, such as 543."),
                number(body, "customerValue"),
                body.has("aliases") ? aliases(body.path("aliases")) : null);
    }

    private String languages() {
        return "Maybe one of " + String.join(", ", words.languages()) + ".";
    }

    /** Null where it is not mentioned, empty where it is null. */
    private @Nullable Optional<String> text(
            JsonNode body, String key, Predicate<String> valid, String message, String hint) {
        JsonNode node = body.path(key);
        if (node.isMissingNode() || node.isNull()) {
            return node.isNull() ? Optional.empty() : null;
        }
        if (!node.isString() || !valid.test(node.stringValue())) {
            faults.add(Faults.pointer("", key), message, node, hint);
            return null;
        }
        return Optional.of(node.stringValue());
    }

    private @Nullable Optional<BigDecimal> number(JsonNode body, String key) {
        JsonNode node = body.path(key);
        if (node.isMissingNode() || node.isNull()) {
            return node.isNull() ? Optional.empty() : null;
        }
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            faults.add(Faults.pointer("", key), "should be a number", node, "Maybe 120.5.");
            return null;
        }
        return Optional.of(node.decimalValue());
    }

    private Part<Profile.Value> attributes(JsonNode node, boolean whole) {
        Map<String, Optional<Profile.Value>> told = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : object(node, "/attributes", "{\"plan\": \"smart\"}")) {
            String pointer = Faults.pointer("/attributes", entry.getKey());
            if (words.attributes().contains(entry.getKey())) {
                told.put(entry.getKey(), value(pointer, entry.getKey(), entry.getValue()));
            } else {
                faults.unknown(
                        pointer, "is no attribute of a customer in any playbook", entry.getKey(), words.attributes());
            }
        }
        return new Part<>(whole || node.isNull(), told);
    }

    private Iterable<Map.Entry<String, JsonNode>> object(JsonNode node, String pointer, String example) {
        if (!node.isObject() && !node.isNull()) {
            faults.add(pointer, "should be an object", node, "Maybe " + example + ".");
        }
        return node.properties();
    }

    private Optional<Profile.Value> value(String pointer, String attribute, JsonNode node) {
        JsonNode value = node.isObject() ? node.path("value") : node;
        if (node.isObject()) {
            fields(pointer, node, VALUE_KEYS);
        }
        if (value.isMissingNode()) {
            faults.add(pointer, "has no value", node, "Maybe {\"value\": 14, \"asOf\": \"2026-01-31T10:00:00Z\"}.");
            return Optional.empty();
        }
        Instant asOf = node.isObject() ? past(pointer + "/asOf", node.path("asOf")) : null;
        try {
            return words.says(attribute, value)
                    ? Optional.of(new Profile.Value(value, ProfileChange.or(asOf, now)))
                    : Optional.empty();
        } catch (ValueException e) {
            faults.add(pointer, value, e);
            return Optional.empty();
        }
    }

    private void fields(String pointer, JsonNode node, List<String> valid) {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!valid.contains(entry.getKey())) {
                faults.unknown(Faults.pointer(pointer, entry.getKey()), "is no field of this", entry.getKey(), valid);
            }
        }
    }

    private Part<Profile.Consent> consents(JsonNode node, boolean whole) {
        Map<String, Optional<Profile.Consent>> told = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : object(node, "/consents", "{\"marketing\": true}")) {
            String pointer = Faults.pointer("/consents", entry.getKey());
            purpose(pointer, entry.getKey());
            told.put(
                    entry.getKey(),
                    entry.getValue().isNull() ? Optional.empty() : Optional.of(consent(pointer, entry.getValue())));
        }
        return new Part<>(whole || node.isNull(), told);
    }

    void purpose(String pointer, String purpose) {
        if (!words.purposes().contains(purpose)) {
            faults.unknown(pointer, "is no purpose of any playbook", purpose, words.purposes());
        }
    }

    /** @param node {@code true}, {@code false} or the long form */
    Profile.Consent consent(String pointer, JsonNode node) {
        JsonNode granted = node.isObject() ? node.path("granted") : node;
        if (node.isObject()) {
            fields(pointer, node, CONSENT_KEYS);
        }
        if (!granted.isBoolean()) {
            faults.add(pointer, "should be true or false", node, "Maybe true, or {\"granted\": false}.");
        }
        Instant at = past(pointer + "/at", node.path("at"));
        return new Profile.Consent(
                granted.isBoolean() && granted.booleanValue(),
                ProfileChange.or(at, now),
                source(pointer + "/source", node.path("source")),
                time(pointer + "/until", node.path("until")));
    }

    private @Nullable String source(String pointer, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isString()
                || node.stringValue().isBlank()
                || node.stringValue().length() > LONGEST_SOURCE
                || Characters.hidden(node.stringValue()).isPresent()) {
            faults.add(pointer, "should be a short text", node, "Maybe call, web or letter.");
            return null;
        }
        return node.stringValue().strip();
    }

    /** A time that cannot be later than now, but for clocks that differ. */
    private @Nullable Instant past(String pointer, JsonNode node) {
        Instant time = time(pointer, node);
        if (time != null && time.isAfter(now.plus(CLOCKS_DIFFER))) {
            faults.add(pointer, "is in the future", node, "Maybe leave it out: then it is now.");
        }
        return time;
    }

    private @Nullable Instant time(String pointer, JsonNode node) {
        if (node instanceof MissingNode || node.isNull()) {
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(node.isString() ? node.stringValue() : "");
            if (time.getYear() >= EARLIEST_YEAR && time.getYear() <= 9999) {
                return time.toInstant();
            }
        } catch (DateTimeException e) {
            // told below
        }
        faults.add(pointer, "is no date and time with an offset", node, "Maybe 2026-01-31T18:00:00+01:00.");
        return null;
    }

    private List<String> channels(JsonNode node) {
        List<String> channels = texts(
                "/preferredChannels", node, "[\"email\"]", words.channels().size());
        for (int i = 0; i < channels.size(); i++) {
            if (!words.channels().contains(channels.get(i))) {
                faults.unknown(
                        "/preferredChannels/" + i, "is no channel of any playbook", channels.get(i), words.channels());
            }
        }
        return channels;
    }

    private List<String> aliases(JsonNode node) {
        List<String> aliases = texts("/aliases", node, "[\"+39061234567\"]", MOST_ALIASES);
        for (int i = 0; i < aliases.size(); i++) {
            if (!Ids.valid(aliases.get(i))) {
                faults.add("/aliases/" + i, Ids.MESSAGE, aliases.get(i), Ids.HINT);
            }
        }
        return aliases;
    }

    private List<String> texts(String pointer, JsonNode node, String example, int most) {
        List<String> texts = new ArrayList<>();
        if (node.isNull()) {
            return texts;
        }
        if (!node.isArray() || node.size() > most) {
            faults.add(pointer, "should be a list of at most " + most + " texts", node, "Maybe " + example + ".");
            return texts;
        }
        for (JsonNode element : node) {
            if (!element.isString() || texts.contains(element.stringValue())) {
                faults.add(pointer + "/" + texts.size(), "should be a text that stands here once", element, null);
            }
            texts.add(element.asString(""));
        }
        return texts;
    }
}
