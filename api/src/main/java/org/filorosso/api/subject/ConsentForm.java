package org.filorosso.api.subject;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads one consent as it is recorded: {@code {"purpose": "marketing", "granted": false, "source": "call"}}. */
final class ConsentForm {
    private static final List<String> KEYS = List.of("purpose", "granted", "at", "source", "until");

    private final ProfileForm form;
    private final Faults faults;

    ConsentForm(ProfileForm form, Faults faults) {
        this.form = form;
        this.faults = faults;
    }

    /** A consent and what it is for. */
    record Told(String purpose, Profile.Consent consent) {}

    /** The faults tell whether the answer may be used. */
    Told read(JsonNode body) {
        if (!(body instanceof ObjectNode object)) {
            faults.add("", "should be an object", body, "Maybe {\"purpose\": \"marketing\", \"granted\": false}.");
            return new Told("", form.consent("", body));
        }
        object.propertyNames().forEach(key -> {
            if (!KEYS.contains(key)) {
                faults.unknown(Faults.pointer("", key), "is no field of a consent", key, KEYS);
            }
        });
        String purpose = body.path("purpose").asString("");
        form.purpose("/purpose", purpose);
        ObjectNode consent = object.deepCopy();
        consent.retain(KEYS.subList(1, KEYS.size()));
        return new Told(purpose, form.consent("", consent));
    }
}
