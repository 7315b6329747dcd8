package org.filorosso.api.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.playbook.Direction;
import org.jspecify.annotations.Nullable;

/**
 * A customer who does not exist.
 *
 * @param profile as it is put
 * @param contacts oldest first
 * @param events oldest first
 */
record InventedCustomer(String id, Map<String, Object> profile, List<Contact> contacts, List<Event> events) {

    /**
     * One contact about one action.
     *
     * @param price quoted, or null
     * @param answer outcome after it was presented or sent, or null
     */
    record Contact(
            Offer offer,
            Direction direction,
            Instant at,
            @Nullable BigDecimal price,
            @Nullable Answer answer) {}

    /** What is proposed where: an action, and how it is said on the channel. */
    record Offer(String action, String treatment, String channel) {}

    /**
     * What the customer said.
     *
     * @param reason or null
     * @param resumeAt when to come back to it, or null
     */
    record Answer(
            String outcome,
            Instant at,
            @Nullable String reason,
            @Nullable Instant resumeAt) {}

    /** Something that happened outside. */
    record Event(String event, String key, Instant at, Map<String, Object> fields) {}
}
