package org.filorosso.engine.playbook.io;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.ActionSet;
import org.filorosso.engine.playbook.Catalogue;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.Target;
import org.filorosso.engine.playbook.Targets;
import org.jspecify.annotations.Nullable;

/** Finds what cells name in other tables: targets, actions, channels; an unknown name is an error with near names. */
final class References {
    private final Catalogue catalogue;
    private final Targets targets;
    private final Map<String, Channel> channels = new LinkedHashMap<>();

    References(Catalogue catalogue, List<Channel> channels) {
        this.catalogue = catalogue;
        this.targets = new Targets(catalogue);
        channels.stream()
                .filter(channel -> !channel.name().isEmpty())
                .forEach(channel -> this.channels.putIfAbsent(channel.name(), channel));
    }

    Targets targets() {
        return targets;
    }

    /** The target of a cell that must be filled; of a wrong one, a target that names nothing. */
    Target target(Entry line, String column) {
        Target target = targetOrNull(line, column);
        if (target == null) {
            line.need(column);
        }
        return target == null ? new Target("", Target.Level.ALL, ActionSet.none(catalogue.size())) : target;
    }

    /** The target of a cell, or null when it is empty or wrong. */
    @Nullable
    Target targetOrNull(Entry line, String column) {
        if (!line.has(column)) {
            return null;
        }
        Target target = targets.find(line.text(column));
        if (target == null) {
            line.error(
                    Code.UNKNOWN_TARGET,
                    column,
                    "no action has the path \"" + Characters.visible(line.text(column), 80) + "\"",
                    line.manyProblems() ? null : maybe(line.text(column)));
        }
        return target;
    }

    /** What to write instead of an unknown path: the path of the action of that name, or the nearest paths. */
    @Nullable
    String maybe(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        Action action = catalogue.find(last);
        return action == null ? Nearest.maybe(path, targets.paths()) : "Maybe \"" + action.path() + "\"?";
    }

    /** The index of the action of a cell that must be filled; -1 of a wrong one. */
    int action(Entry line) {
        String name = line.need("action");
        Action action = catalogue.find(name);
        if (action == null && !name.isEmpty()) {
            line.unknown(
                    Code.UNKNOWN_NAME,
                    "action",
                    name,
                    "action",
                    catalogue.actions().stream().map(Action::name).toList());
        }
        return action == null ? -1 : action.index();
    }

    /** The channel of a cell, or null when it is empty or wrong. */
    @Nullable
    Channel channel(Entry line) {
        return line.has("channel") ? channel(line, line.text("channel")) : null;
    }

    private @Nullable Channel channel(Entry line, String name) {
        Channel channel = channels.get(name);
        if (channel == null) {
            line.unknown(Code.UNKNOWN_NAME, "channel", name, "channel", channels.keySet());
        }
        return channel;
    }

    /** The indexes of the channels of a cell, separated by bars. */
    Set<Integer> channels(Entry line) {
        Set<Integer> found = new TreeSet<>();
        for (String name : line.parts("channel")) {
            Channel channel = channel(line, name);
            if (channel != null) {
                found.add(channel.index());
            }
        }
        return found;
    }

    /** The outcomes of a cell, separated by bars; of an empty one, the default. */
    static Set<Outcome> outcomes(Entry line, Set<Outcome> fallback) {
        List<Outcome> outcomes = new ArrayList<>();
        for (String word : line.parts("outcome")) {
            Outcome outcome = Outcome.of(word.toLowerCase(Locale.ROOT));
            if (outcome == null) {
                line.noChoice("outcome", word, Words.OUTCOMES.keySet());
            } else {
                outcomes.add(outcome);
            }
        }
        return outcomes.isEmpty() ? fallback : EnumSet.copyOf(outcomes);
    }

    /** Reports a name that is none of {@code valid}. */
    static void check(Entry line, String column, String what, Collection<String> valid) {
        if (line.has(column) && !valid.contains(line.text(column))) {
            line.unknown(Code.UNKNOWN_NAME, column, line.text(column), what, valid);
        }
    }
}
