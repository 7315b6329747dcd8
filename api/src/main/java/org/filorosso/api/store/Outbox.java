package org.filorosso.api.store;

import java.util.List;

/** Messages about decisions and responses, written in the same transaction as what they tell of, delivered after it. */
public interface Outbox {

    /**
     * One message.
     *
     * @param id the same at every delivery
     * @param kind {@code decision}, {@code response} or {@code event}
     * @param body JSON
     */
    record Message(String id, String kind, String body) {}

    /** Adds messages to the running transaction; nothing when no sink is configured. */
    void append(List<Message> messages);

    /** Whether anybody listens: if not, nobody need write the messages. */
    boolean wanted();
}
