package org.filorosso.simulator.population;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.filorosso.engine.feel.Type;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.EventType;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Keyed;
import org.filorosso.engine.playbook.io.Nearest;
import org.filorosso.simulator.customers.ValueException;
import org.filorosso.simulator.customers.Values;
import org.filorosso.simulator.population.Behaviour.Arrival;
import org.filorosso.simulator.population.Behaviour.Change;
import org.filorosso.simulator.population.Behaviour.Happening;
import org.filorosso.simulator.population.Behaviour.Mood;
import org.filorosso.simulator.population.Behaviour.Next;
import org.filorosso.simulator.population.Behaviour.Run;
import org.jspecify.annotations.Nullable;

/** Reads what population.yaml says of arrivals, runs, events, acceptances and satisfaction. */
final class BehaviourReader {
    private static final int HOURS = 24;

    private final Playbook playbook;
    private final Keyed keys;

    BehaviourReader(Playbook playbook, Keyed keys) {
        this.playbook = playbook;
        this.keys = keys;
    }

    Behaviour read() {
        return new Behaviour(
                keys.items("inbound").stream().map(this::arrival).toList(),
                keys.items("outbound").stream().map(this::run).toList(),
                keys.items("events").stream().map(this::happening).toList(),
                keys.items("acceptance").stream().map(this::change).toList(),
                PlainChanges.monthly(playbook, keys.keys("monthly")),
                attribute("spend", Type.NUMBER),
                attribute("left", Type.BOOLEAN),
                later(keys.keys("later")),
                mood(keys.keys("satisfaction")));
    }

    private @Nullable String attribute(String key, Type type) {
        String name = keys.text(key);
        if (name == null) {
            return null;
        }
        List<String> valid = playbook.tables().attributes().stream()
                .filter(one ->
                        one.source() == Attribute.Source.CUSTOMER && one.type().equals(type))
                .map(Attribute::name)
                .toList();
        if (!valid.contains(name)) {
            keys.unknown(key, name, valid);
        }
        return name;
    }

    private Arrival arrival(Keyed row) {
        row.only("channel", "rate", "stages", "hours", "context");
        String channel = row.need("channel", "app");
        Known.channel(playbook, row, "channel", channel);
        Map<String, Double> stages = PlainShares.all(row.keys("stages"), false);
        List<String> valid = playbook.tables().lifecycle().stream()
                .map(stage -> stage.stage())
                .distinct()
                .toList();
        stages.keySet().stream()
                .filter(stage -> !valid.contains(stage))
                .forEach(stage -> row.keys("stages").unknown(stage, stage, valid));
        double[] hours = row.has("hours") ? PlainShares.numbers(row, "hours") : new double[] {8, 20};
        boolean day = hours != null && hours.length == 2 && hours[0] >= 0 && hours[0] < hours[1] && hours[1] <= HOURS;
        if (!day) {
            row.error("hours", "two hours are wanted, the earlier first", "Maybe hours: [8, 20].");
        }
        Keyed context = row.keys("context");
        Map<String, Distribution> read = new LinkedHashMap<>();
        for (String name : context.names()) {
            Attribute attribute = Known.attribute(playbook, context, name, Attribute.Source.CONTEXT);
            Distribution distribution = DistributionReader.read(context, name);
            if (attribute != null && distribution != null) {
                Known.fits(context, name, attribute, distribution);
                read.put(name, distribution);
            }
        }
        return new Arrival(
                channel,
                notNegative(row, "rate"),
                stages,
                day && hours != null ? (int) hours[0] : 0,
                day && hours != null ? (int) hours[1] : HOURS,
                read);
    }

    private static double notNegative(Keyed row, String key) {
        double number = PlainShares.number(row, key, 0);
        if (number < 0) {
            row.error(key, "it must not be negative", null);
        }
        return number;
    }

    private Run run(Keyed row) {
        row.only("channel", "days", "at", "share");
        String channel = row.need("channel", "email");
        Known.channel(playbook, row, "channel", channel);
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        List<String> valid = java.util.Arrays.stream(DayOfWeek.values())
                .map(day -> day.getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH))
                .toList();
        for (String day : row.texts("days")) {
            if (valid.contains(day)) {
                days.add(DayOfWeek.of(valid.indexOf(day) + 1));
            } else {
                row.unknown("days", day, valid);
            }
        }
        return new Run(
                channel,
                days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days,
                time(row),
                PlainShares.share(row, "share", 1));
    }

    private static LocalTime time(Keyed row) {
        String at = row.text("at", "10:00");
        try {
            return LocalTime.parse(at);
        } catch (DateTimeException e) {
            row.error("at", "is no time of day", "Maybe at: \"10:00\".");
            return LocalTime.NOON;
        }
    }

    private Happening happening(Keyed row) {
        row.only("event", "rate", "every", "fields", "keyed", "satisfaction", "next");
        String event = row.need("event", "bill-paid");
        double every = notNegative(row, "every");
        double rate = notNegative(row, "rate");
        if ((every > 0) == (rate > 0) || every != Math.rint(every)) {
            row.error("event", "it comes either by chance or by the calendar", "Maybe rate: 0.01, or every: 30.");
        }
        Keyed next = row.keys("next");
        return new Happening(
                event,
                rate,
                (int) every,
                fields(row, event),
                row.text("keyed", "no").equals("yes"),
                PlainShares.number(row, "satisfaction", 0),
                next.isEmpty() ? null : next(next));
    }

    private Next next(Keyed row) {
        row.only("event", "days", "fields", "satisfaction");
        String event = row.need("event", "fault-closed");
        return new Next(event, days(row), fields(row, event), PlainShares.number(row, "satisfaction", 0));
    }

    private static int[] days(Keyed row) {
        double[] days = row.has("days") ? PlainShares.numbers(row, "days") : new double[] {1, 3};
        if (days == null || days.length != 2 || days[0] < 1 || days[0] > days[1]) {
            row.error("days", "the earliest and the latest day are wanted, from 1", "Maybe days: [1, 5].");
            return new int[] {1, 1};
        }
        return new int[] {(int) days[0], (int) days[1]};
    }

    private static Behaviour.Later later(Keyed row) {
        row.only("timed", "days");
        return row.isEmpty()
                ? Behaviour.Later.OPEN
                : new Behaviour.Later(PlainShares.share(row, "timed", 0), days(row));
    }

    private Map<String, Distribution> fields(Keyed row, String event) {
        List<String> valid =
                playbook.tables().events().stream().map(EventType::name).toList();
        EventType type = playbook.tables().events().stream()
                .filter(one -> one.name().equals(event))
                .findFirst()
                .orElse(null);
        if (type == null) {
            row.unknown("event", event, valid);
            return Map.of();
        }
        Map<String, Distribution> fields = new LinkedHashMap<>();
        Keyed read = row.keys("fields");
        for (String name : read.names()) {
            EventType.Field field = type.fields().get(name);
            Distribution distribution = DistributionReader.read(read, name);
            if (field == null) {
                read.unknown(name, name, type.fields().keySet());
            } else if (distribution != null) {
                fields.put(name, distribution);
            }
        }
        return fields;
    }

    private Change change(Keyed row) {
        row.only("target", "set", "add");
        String target = row.need("target", "Grow/Internet/move-to-fibre");
        Change change = new Change(target, set(row.keys("set")), PlainChanges.add(playbook, row.keys("add")));
        List<String> paths =
                playbook.catalogue().actions().stream().map(Action::path).toList();
        if (paths.stream().noneMatch(change::covers)) {
            row.error("target", "no action has the path \"" + target + "\"", Nearest.maybe(target, paths));
        }
        return change;
    }

    private Map<String, Object> set(Keyed row) {
        Values values = new Values(playbook.settings());
        Map<String, Object> set = new LinkedHashMap<>();
        for (String name : row.names()) {
            Attribute attribute = Known.attribute(playbook, row, name, Attribute.Source.CUSTOMER);
            try {
                Object value = attribute == null
                        ? null
                        : values.read(attribute.type(), attribute.values(), row.text(name, ""));
                if (value != null) {
                    set.put(name, value);
                }
            } catch (ValueException e) {
                row.error(name, e.reason(), e.hint());
            }
        }
        return set;
    }

    private static Mood mood(Keyed row) {
        row.only("start", "accepted", "contact", "unwanted", "incoherent", "turned away", "back");
        Distribution start = row.has("start") ? DistributionReader.read(row, "start") : null;
        return new Mood(
                start == null ? Mood.EVEN.start() : start,
                PlainShares.number(row, "accepted", 0),
                PlainShares.number(row, "contact", 0),
                PlainShares.number(row, "unwanted", 0),
                PlainShares.number(row, "incoherent", 0),
                PlainShares.number(row, "turned away", 0),
                PlainShares.share(row, "back", 0));
    }
}
