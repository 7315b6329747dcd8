package org.filorosso.engine.decide;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.filorosso.engine.match.Fact;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/** Where a decision keeps the names that every playbook has in scope, and the attributes it fills. */
final class KnownSlots {

    private static final int ABSENT = -1;

    final List<Attribute> customer;
    final List<Attribute> context;
    final @Nullable Attribute products;
    private final int[] slots = new int[Known.values().length];

    KnownSlots(Playbook playbook) {
        this.customer = from(playbook, Attribute.Source.CUSTOMER);
        this.context = from(playbook, Attribute.Source.CONTEXT);
        for (Known name : Known.values()) {
            slots[name.ordinal()] = playbook.names().find(name.words()).orElse(ABSENT);
        }
        this.products = playbook.tables().attributes().stream()
                .filter(attribute -> attribute.name().equals("products"))
                .findFirst()
                .orElse(null);
    }

    /** The names in scope of every playbook. */
    enum Known {
        CHANNEL,
        DIRECTION,
        LANGUAGE,
        HOUSEHOLD,
        NOW,
        TODAY,
        HOUR,
        WEEKDAY,
        STAGE,
        SEGMENTS,
        LISTS,
        CONSENTS,
        RECENCY,
        FREQUENCY,
        MONETARY,
        RFM,
        CUSTOMER_VALUE,
        VALUE_CHANGE,
        DAYS_IN_STAGE,
        PREFERRED_CHANNELS,
        OPEN_PROMISES,
        BROKEN_PROMISES;

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private static List<Attribute> from(Playbook playbook, Attribute.Source source) {
        return playbook.tables().attributes().stream()
                .filter(attribute -> attribute.source() == source)
                .toList();
    }

    /** Marks the slot of a name in scope, if the playbook has it. */
    void mark(Known name, BitSet marked) {
        int slot = slots[name.ordinal()];
        if (slot != ABSENT) {
            marked.set(slot);
        }
    }

    /** Sets a name in scope, if the playbook has it. */
    void set(Fact fact, Known name, @Nullable Object value) {
        int slot = slots[name.ordinal()];
        if (slot != ABSENT) {
            fact.set(slot, value);
        }
    }
}
