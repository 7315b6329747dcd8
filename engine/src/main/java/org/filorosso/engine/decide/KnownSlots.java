package org.filorosso.engine.decide;

import java.util.List;
import org.filorosso.engine.match.Fact;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/** Where a decision keeps the names that every playbook has in scope. */
final class KnownSlots {

    private final Playbook playbook;
    final List<Attribute> customer;
    final List<Attribute> context;
    final int stage;
    final int segments;
    final @Nullable Attribute products;

    KnownSlots(Playbook playbook) {
        this.playbook = playbook;
        this.customer = from(Attribute.Source.CUSTOMER);
        this.context = from(Attribute.Source.CONTEXT);
        this.stage = playbook.names().find("stage").orElse(-1);
        this.segments = playbook.names().find("segments").orElse(-1);
        this.products = playbook.tables().attributes().stream()
                .filter(attribute -> attribute.name().equals("products"))
                .findFirst()
                .orElse(null);
    }

    private List<Attribute> from(Attribute.Source source) {
        return playbook.tables().attributes().stream()
                .filter(attribute -> attribute.source() == source)
                .toList();
    }

    /** Sets a name in scope, if the playbook has it. */
    void set(Fact fact, String name, @Nullable Object value) {
        playbook.names().find(name).ifPresent(slot -> fact.set(slot, value));
    }
}
