package org.filorosso.engine.playbook;

import java.util.Optional;
import java.util.stream.Stream;
import org.filorosso.engine.feel.Type;

/** The names that every rule may read beside attributes and experiments. */
public enum ScopeName {
    CHANNEL("channel", Type.STRING),
    DIRECTION("direction", Type.STRING),
    LANGUAGE("language", Type.STRING),
    HOUSEHOLD("household", Type.STRING),
    NOW("now", Type.DATE_TIME),
    TODAY("today", Type.DATE),
    HOUR("hour", Type.NUMBER),
    WEEKDAY("weekday", Type.STRING),
    STAGE("stage", Type.STRING),
    SEGMENTS("segments", Type.STRINGS),
    LISTS("lists", Type.STRINGS),
    CONSENTS("consents", Type.STRINGS),
    RECENCY("recency", Type.NUMBER),
    FREQUENCY("frequency", Type.NUMBER),
    MONETARY("monetary", Type.NUMBER),
    RFM("rfm", Type.STRING),
    CUSTOMER_VALUE("customer value", Type.NUMBER),
    VALUE_CHANGE("value change", Type.NUMBER),
    DAYS_IN_STAGE("days in stage", Type.NUMBER),
    PREFERRED_CHANNELS("preferred channels", Type.STRINGS),
    OPEN_PROMISES("open promises", Type.NUMBER),
    BROKEN_PROMISES("broken promises", Type.NUMBER);

    private final String words;
    private final Type type;

    ScopeName(String words, Type type) {
        this.words = words;
        this.type = type;
    }

    /** The name as written in headers and expressions. */
    public String words() {
        return words;
    }

    public Type type() {
        return type;
    }

    /** The name written {@code words}. */
    public static Optional<ScopeName> of(String words) {
        return Stream.of(values()).filter(name -> name.words.equals(words)).findFirst();
    }
}
