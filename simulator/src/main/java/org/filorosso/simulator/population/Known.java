package org.filorosso.simulator.population;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.filorosso.engine.feel.Type;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Keyed;
import org.jspecify.annotations.Nullable;

/** Checks names of population.yaml against the playbook; unknown ones are reported with near names. */
final class Known {
    private Known() {}

    /** The attribute of a name, or null. */
    static @Nullable Attribute attribute(Playbook playbook, Keyed keys, String name, Attribute.Source source) {
        List<Attribute> valid = playbook.tables().attributes().stream()
                .filter(attribute -> attribute.source() == source)
                .toList();
        for (Attribute attribute : valid) {
            if (attribute.name().equals(name)) {
                return attribute;
            }
        }
        keys.unknown(name, name, valid.stream().map(Attribute::name).toList());
        return null;
    }

    static void channel(Playbook playbook, Keyed keys, String key, String name) {
        List<String> names =
                playbook.tables().channels().stream().map(Channel::name).toList();
        if (!names.contains(name)) {
            keys.unknown(key, name, names);
        }
    }

    /** Reports a distribution whose values are not of the attribute's type, or not among its values. */
    static void fits(Keyed keys, String key, Attribute attribute, Distribution distribution) {
        Type type = attribute.type();
        String wanted = type.equals(Type.STRINGS)
                ? "list"
                : type.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        if (!distribution.type().equals(wanted)) {
            keys.error(key, "gives a " + distribution.type() + ", and the attribute is a " + wanted, null);
        }
        Set<String> allowed = attribute.values();
        values(distribution).stream()
                .filter(value -> !allowed.isEmpty() && !allowed.contains(value))
                .forEach(value -> keys.unknown(key, value, allowed));
    }

    private static List<String> values(Distribution distribution) {
        if (distribution instanceof Distribution.Choices choices) {
            return choices.values();
        }
        if (distribution instanceof Distribution.Members members) {
            return List.copyOf(members.shares().keySet());
        }
        if (distribution instanceof Distribution.Fixed fixed && fixed.value() instanceof String text) {
            return List.of(text);
        }
        if (distribution instanceof Distribution.Gappy gappy) {
            return values(gappy.of());
        }
        return distribution instanceof Distribution.Given given
                ? given.of().values().stream()
                        .flatMap(one -> values(one).stream())
                        .toList()
                : List.of();
    }
}
