package org.filorosso.api.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Nearest;
import org.jspecify.annotations.Nullable;

/** Checks channel, direction and placements of a question. */
final class WhereCheck {
    private static final int MOST_ITEMS = 100;

    private final Playbook playbook;
    private final Faults faults;

    WhereCheck(Playbook playbook, Faults faults) {
        this.playbook = playbook;
        this.faults = faults;
    }

    /** Where the answer is to be shown, or null when that cannot be told. */
    Ask.@Nullable Where where(DecisionRequest body) {
        Channel channel = channel(body.channel());
        if (channel == null) {
            return null;
        }
        Direction direction = direction(body.direction(), channel);
        List<Channel.Placement> placements = placements(body.placements(), channel);
        return direction == null ? null : new Ask.Where(channel, direction, placements);
    }

    private @Nullable Channel channel(@Nullable String name) {
        List<String> names =
                playbook.tables().channels().stream().map(Channel::name).toList();
        if (name == null) {
            faults.add("/channel", "is missing", null, "Maybe one of " + names + ".");
            return null;
        }
        int found = names.indexOf(name);
        if (found < 0) {
            faults.add("/channel", "is no channel of the playbook", name, Nearest.maybe(name, names));
            return null;
        }
        return playbook.tables().channels().get(found);
    }

    private @Nullable Direction direction(@Nullable String code, Channel channel) {
        List<String> open =
                channel.directions().stream().sorted().map(Direction::code).toList();
        if (code == null && open.size() == 1) {
            return channel.directions().iterator().next();
        }
        if (code == null || !open.contains(code)) {
            String what = code == null ? "is missing" : "is no direction of the channel (" + channel.name() + ")";
            faults.add("/direction", what, code, "Maybe one of " + open + ".");
            return null;
        }
        return code.equals(Direction.INBOUND.code()) ? Direction.INBOUND : Direction.OUTBOUND;
    }

    private List<Channel.Placement> placements(@Nullable List<DecisionRequest.@Nullable Place> asked, Channel channel) {
        List<Channel.Placement> places = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; asked != null && i < asked.size(); i++) {
            DecisionRequest.Place place = asked.get(i);
            Faults here = faults.under("/placements/" + i);
            Channel.Placement found = place == null ? null : placement(place, channel, here);
            if (place == null) {
                here.add(
                        "",
                        "is missing",
                        null,
                        "Maybe {\"name\": \"" + channel.placements().get(0).name() + "\"}.");
            } else if (found != null && !seen.add(found.name())) {
                here.add("/name", "stands twice", found.name(), "Maybe remove one of them.");
            } else if (found != null) {
                places.add(found);
            }
        }
        return places;
    }

    private static Channel.@Nullable Placement placement(DecisionRequest.Place place, Channel channel, Faults faults) {
        List<String> names =
                channel.placements().stream().map(Channel.Placement::name).toList();
        Integer items = place.itemCount();
        if (items != null && (items < 1 || items > MOST_ITEMS)) {
            faults.add("/itemCount", "is out of bounds", items, "Maybe a number from 1 to " + MOST_ITEMS + ".");
        }
        String name = place.name();
        int found = name == null ? -1 : names.indexOf(name);
        if (found < 0) {
            String what = name == null ? "is missing" : "is no placement of the channel (" + channel.name() + ")";
            faults.add("/name", what, name, name == null ? "Maybe one of " + names + "." : Nearest.maybe(name, names));
            return null;
        }
        Channel.Placement own = channel.placements().get(found);
        return items == null ? own : new Channel.Placement(own.name(), items);
    }
}
