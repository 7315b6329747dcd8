package org.filorosso.engine.playbook.io;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Attribute.Source;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Channel.Placement;
import org.filorosso.engine.playbook.Direction;
import org.jspecify.annotations.Nullable;

/** Reads where and how a golden customer meets the company. */
final class GoldenRequests {
    private static final String CONTEXT = "context";
    private static final Set<String> OWN = Set.of("channel", "direction", "placements");

    private final GoldenScope scope;

    GoldenRequests(GoldenScope scope) {
        this.scope = scope;
    }

    Request read(YamlFields fields, String subject, Instant at) {
        YamlFields context = fields.free(CONTEXT);
        Channel channel = context == null ? null : channel(context);
        return new Request(
                Request.interactionId(subject, at, scope.playbook().name()),
                at,
                channel == null ? "" : channel.name(),
                context == null ? Direction.INBOUND : direction(context, channel),
                context == null || channel == null ? List.of() : placements(context, channel),
                context == null ? Map.of() : attributes(context),
                null,
                Request.Explain.FULL);
    }

    private @Nullable Channel channel(YamlFields context) {
        context.need("channel", "Maybe one of " + String.join(", ", scope.channels()) + ".");
        String name = context.name("channel", "channel", scope.channels());
        return name == null ? null : scope.channel(name);
    }

    private static Direction direction(YamlFields context, @Nullable Channel channel) {
        List<String> codes = Stream.of(Direction.values()).map(Direction::code).toList();
        String code = context.name("direction", "direction", codes);
        if (code != null) {
            return Direction.valueOf(code.toUpperCase(Locale.ROOT));
        }
        if (channel == null) {
            return Direction.INBOUND;
        }
        if (channel.directions().size() > 1) {
            context.need("direction", "Maybe direction: inbound, or outbound: the channel is open both ways.");
        }
        return channel.directions().iterator().next();
    }

    private List<Placement> placements(YamlFields context, Channel channel) {
        List<String> names = channel.placements().stream().map(Placement::name).toList();
        List<Placement> asked = new ArrayList<>();
        for (String name : context.names("placements", "placement of " + channel.name(), names)) {
            channel.placements().stream().filter(one -> one.name().equals(name)).forEach(asked::add);
        }
        return List.copyOf(asked);
    }

    private Map<String, Object> attributes(YamlFields context) {
        GoldenSubjects subjects = new GoldenSubjects(scope);
        Map<String, Object> values = new LinkedHashMap<>();
        for (String key : context.names()) {
            Attribute attribute = OWN.contains(key) ? null : subjects.attribute(context, key, Source.CONTEXT);
            Object value = attribute == null ? null : subjects.value(context.place(key), context.at(key), attribute);
            if (value != null) {
                values.put(key, value);
            }
        }
        return values;
    }
}
