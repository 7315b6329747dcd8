package org.filorosso.engine.playbook.io;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Channel.Placement;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.QuietHours;

/** Reads channels.csv. */
final class ChannelRows {
    static final Map<String, Set<Direction>> DIRECTIONS = directions();

    private final Cells cells;
    private final Set<String> purposes;

    ChannelRows(Cells cells, Set<String> purposes) {
        this.cells = cells;
        this.purposes = purposes;
    }

    List<Channel> read(List<Entry> lines) {
        Unique names = new Unique("channel");
        List<Channel> channels = new ArrayList<>();
        for (Entry line : lines) {
            names.check(line);
            channels.add(channel(line, channels.size()));
        }
        return channels;
    }

    private Channel channel(Entry line, int index) {
        Set<Direction> directions = Objects.requireNonNullElse(line.choice("direction", DIRECTIONS, null), Set.of());
        consent(line);
        if (!directions.contains(Direction.OUTBOUND) && !directions.isEmpty()) {
            line.needless("quiet", "quiet hours are for outbound contacts, and this channel is inbound only");
            line.needless("capacity per day", "the capacity is of outbound contacts, and this channel is inbound only");
        }
        BigDecimal cost = cells.number(line, "cost", Bounds.NOT_NEGATIVE);
        return new Channel(
                index,
                line.number(),
                line.text("channel"),
                directions,
                line.textOrNull("consent"),
                quiet(line),
                cells.count(line, "capacity per day", 0),
                cost == null ? BigDecimal.ZERO : cost,
                placements(line));
    }

    private void consent(Entry line) {
        if (line.has("consent") && !purposes.contains(line.text("consent"))) {
            line.unknown(Code.UNKNOWN_NAME, "consent", line.text("consent"), "purpose", purposes);
        }
    }

    private static QuietHours quiet(Entry line) {
        try {
            return line.has("quiet") ? QuietText.parse(line.text("quiet")) : QuietHours.NONE;
        } catch (IllegalArgumentException e) {
            line.error(
                    Code.NOT_QUIET_HOURS,
                    "quiet",
                    String.valueOf(e.getMessage()),
                    "Maybe 20:00-09:00 | Saturday 19:00-10:00 | Sunday | holidays.");
            return QuietHours.NONE;
        }
    }

    private List<Placement> placements(Entry line) {
        Map<String, Placement> placements = new LinkedHashMap<>();
        for (String part : line.parts("placements")) {
            int colon = part.lastIndexOf(':');
            String name = colon < 0 ? part : Line.trim(part.substring(0, colon));
            int items = colon < 0 ? 0 : Cells.digits(Line.trim(part.substring(colon + 1)));
            if (name.isEmpty() || items < 1 || placements.put(name, new Placement(name, items)) != null) {
                line.error(
                        Code.NOT_PLACEMENTS,
                        "placements",
                        "\"" + Characters.visible(part, 40) + "\" is no new place with how many actions it holds",
                        "Maybe hero:1|tile:3.");
            }
        }
        return placements.isEmpty() ? List.of(Placement.DEFAULT) : List.copyOf(placements.values());
    }

    private static Map<String, Set<Direction>> directions() {
        Map<String, Set<Direction>> directions = new LinkedHashMap<>();
        directions.put("inbound", Set.of(Direction.INBOUND));
        directions.put("outbound", Set.of(Direction.OUTBOUND));
        directions.put("both", Set.of(Direction.INBOUND, Direction.OUTBOUND));
        return directions;
    }
}
