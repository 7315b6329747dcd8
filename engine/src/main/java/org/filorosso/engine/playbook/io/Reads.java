package org.filorosso.engine.playbook.io;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.feel.Names;
import org.filorosso.engine.feel.Slot;
import org.filorosso.engine.playbook.Condition;
import org.filorosso.engine.playbook.ScopeName;
import org.jspecify.annotations.Nullable;

/**
 * What reads what: the names that rows and formulas look at, those that are not used, and circles among the names that
 * the playbook makes (stage, segments, derived attributes, experiments).
 */
final class Reads {
    private final Names names;
    private final Set<Integer> used = new TreeSet<>();
    private final Map<String, Map<String, Entry>> makers = new LinkedHashMap<>();

    Reads(Names names) {
        this.names = names;
    }

    /** Notes what a row reads, and refuses a row that reads what its own table makes. */
    void row(Entry line, List<Condition> conditions, @Nullable Expr when) {
        Set<Integer> slots = new TreeSet<>();
        for (Condition condition : conditions) {
            slots.add(condition.slot());
            slots.addAll(condition.test().slots());
        }
        if (when != null) {
            slots.addAll(when.slots());
        }
        Set<Integer> read = expand(slots);
        used.addAll(read);
        String made = made(line);
        if (made != null) {
            read.forEach(slot -> edge(made, slot, line));
        }
    }

    private static @Nullable String made(Entry line) {
        return switch (line.grid().table()) {
            case LIFECYCLE -> ScopeName.STAGE.words();
            case SEGMENTS -> ScopeName.SEGMENTS.words();
            case EXPERIMENTS -> line.text("experiment");
            default -> null;
        };
    }

    /** Notes what the formula of a derived attribute reads. */
    void formula(Entry line, Expr formula) {
        Set<Integer> read = expand(formula.slots());
        used.addAll(read);
        read.forEach(slot -> edge(line.text("name"), slot, line));
    }

    /** Notes what an expression or a text reads. */
    void uses(Collection<Integer> slots) {
        used.addAll(expand(slots));
    }

    boolean used(int slot) {
        return used.contains(slot);
    }

    /** The slots and, for computed headers, the slots behind them. */
    Set<Integer> expand(Collection<Integer> slots) {
        Set<Integer> found = new TreeSet<>();
        Deque<Integer> open = new ArrayDeque<>(slots);
        while (!open.isEmpty()) {
            int slot = open.pop();
            if (slot >= 0 && found.add(slot) && names.slot(slot) instanceof Slot.Computed computed) {
                open.addAll(computed.expr().slots());
            }
        }
        return found;
    }

    private void edge(String maker, int slot, Entry line) {
        if (names.slot(slot) instanceof Slot.Named named) {
            makers.computeIfAbsent(maker, name -> new LinkedHashMap<>()).putIfAbsent(named.name(), line);
        }
    }

    /** Reports every circle among made names once. */
    void checkCircles() {
        Map<String, Boolean> done = new HashMap<>();
        List.copyOf(makers.keySet()).forEach(name -> follow(name, new ArrayList<>(), done));
    }

    private void follow(String name, List<String> path, Map<String, Boolean> done) {
        Boolean state = done.get(name);
        if (Boolean.FALSE.equals(state)) {
            report(path.subList(path.indexOf(name), path.size()));
        }
        if (state != null || !makers.containsKey(name)) {
            return;
        }
        done.put(name, false);
        path.add(name);
        makers.getOrDefault(name, Map.of()).keySet().forEach(read -> follow(read, path, done));
        path.remove(path.size() - 1);
        done.put(name, true);
    }

    private void report(List<String> circle) {
        String first = circle.get(0);
        Entry line = makers.getOrDefault(first, Map.of()).get(circle.get(1 % circle.size()));
        if (line != null) {
            String way = String.join("\" reads \"", circle) + "\" reads \"" + first + "\"";
            line.error(
                    Code.CIRCLE,
                    "these read each other in a circle: \"" + way,
                    circle.size() == 1
                            ? "Maybe another name: a row cannot read what it makes."
                            : "Maybe let one of them read something else.");
        }
    }
}
