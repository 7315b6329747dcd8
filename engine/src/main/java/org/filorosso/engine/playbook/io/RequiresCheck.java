package org.filorosso.engine.playbook.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.filorosso.engine.playbook.ActionSet;
import org.filorosso.engine.playbook.Coherence;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Target;
import org.jspecify.annotations.Nullable;

/** Finds actions that can never be the first, because what they require requires them. */
final class RequiresCheck {
    private final Playbook playbook;
    private final Tables tables;
    private final List<Coherence> rows;

    RequiresCheck(Playbook playbook, Tables tables) {
        this.playbook = playbook;
        this.tables = tables;
        this.rows = playbook.tables().coherence().stream()
                .filter(row -> row.kind() == Coherence.Kind.REQUIRES && row.other() != null)
                .filter(row -> !row.target().actions().isEmpty())
                .toList();
    }

    void check() {
        ActionSet stuck = stuck();
        for (Coherence row : rows) {
            int first = firstStuck(row, stuck);
            if (first >= 0) {
                List<String> circle = circle(first, stuck);
                tables.at("coherence", row.row().line())
                        .error(
                                Code.CIRCLE,
                                "target",
                                "these require each other in a circle: \"" + String.join("\" requires \"", circle)
                                        + "\"",
                                "Maybe one of them needs nothing before it.");
                return;
            }
        }
    }

    /** The actions that cannot be reached from those that require nothing. */
    private ActionSet stuck() {
        ActionSet stuck = ActionSet.none(playbook.catalogue().size());
        rows.forEach(row -> stuck.addAll(row.target().actions()));
        boolean changed = !stuck.isEmpty();
        while (changed) {
            ActionSet before = stuck.copy();
            before.forEach(action -> {
                if (rows.stream().noneMatch(row -> blocks(row, action, before))) {
                    stuck.remove(action);
                }
            });
            changed = !stuck.equals(before);
        }
        return stuck;
    }

    private static boolean blocks(Coherence row, int action, ActionSet stuck) {
        if (!row.target().names(action)) {
            return false;
        }
        ActionSet free = other(row).actions().copy();
        free.removeAll(stuck);
        return free.isEmpty();
    }

    private static Target other(Coherence row) {
        return Objects.requireNonNull(row.other());
    }

    private static int firstStuck(Coherence row, ActionSet stuck) {
        ActionSet both = row.target().actions().copy();
        both.retainAll(stuck);
        return both.isEmpty() || !blocks(row, both.toArray()[0], stuck) ? -1 : both.toArray()[0];
    }

    private List<String> circle(int first, ActionSet stuck) {
        List<Integer> path = new ArrayList<>();
        int next = first;
        while (!path.contains(next)) {
            path.add(next);
            next = required(next, stuck);
        }
        path.add(next);
        return path.subList(path.indexOf(next), path.size()).stream()
                .map(action -> playbook.catalogue().get(action).name())
                .toList();
    }

    private int required(int action, ActionSet stuck) {
        @Nullable
        Coherence row = rows.stream()
                .filter(one -> blocks(one, action, stuck))
                .findFirst()
                .orElse(null);
        return row == null ? action : other(row).actions().toArray()[0];
    }
}
