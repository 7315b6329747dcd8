package org.filorosso.engine.decide;

import java.util.Locale;

/** The stages of a decision, in order. */
public enum StageCode {
    ASSIGNMENT,
    AVAILABILITY,
    CHANNEL,
    ELIGIBILITY,
    APPLICABILITY,
    SUITABILITY,
    CONTACT_POLICY,
    COHERENCE,
    JOURNEY,
    TREATMENT,
    ARBITRATION,
    PLACEMENT,
    FALLBACK;

    /** As it is written in files and JSON, such as {@code contact-policy}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
