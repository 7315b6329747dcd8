package org.filorosso.engine.playbook.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Targets;
import org.jspecify.annotations.Nullable;

/** Reads actions.csv. */
final class ActionRows {
    private static final Set<String> PATH = Set.of("issue", "group", "action");

    private final Scope scope;

    ActionRows(Scope scope) {
        this.scope = scope;
    }

    /** Every path that a row names, before anything else is known of it. */
    static Set<String> paths(List<Entry> lines) {
        Set<String> paths = new TreeSet<>(Set.of(Targets.ALL));
        for (Entry line : lines) {
            String group = line.text("issue") + "/" + line.text("group");
            if (PATH.stream().allMatch(line::has)) {
                paths.addAll(List.of(line.text("issue"), group, group + "/" + line.text("action")));
            }
        }
        return paths;
    }

    List<Action> read(List<Entry> lines) {
        Unique names = new Unique("action");
        List<Action> actions = new ArrayList<>();
        for (Entry line : lines) {
            PATH.forEach(column -> checkPath(line, column));
            names.check(line);
            actions.add(action(line, actions.size()));
        }
        return actions;
    }

    private static void checkPath(Entry line, String column) {
        String name = column.equals("action") ? line.text(column) : line.need(column);
        if (name.indexOf('/') >= 0 || name.indexOf('|') >= 0 || name.equals("*")) {
            line.error(
                    Code.BAD_NAME,
                    column,
                    "a name that stands in paths holds no / and no | and is not *",
                    "Maybe " + name.replace('/', '-').replace('|', '-').replace('*', 'x') + ".");
        }
        String fault = NameRules.mixed(name);
        if (fault != null) {
            line.error(Code.BAD_NAME, column, fault, "Maybe type the name anew.");
        }
    }

    private Action action(Entry line, int index) {
        return new Action(
                index,
                line.number(),
                line.text("issue"),
                line.text("group"),
                line.text("action"),
                scope.texts().read(line, "title"),
                line.textOrNull("product"),
                purpose(line),
                terms(line),
                limits(line),
                scope.cells().dates(line),
                scope.cells().percent(line, "lever", 0, Bounds.LEVER),
                scope.cells().yes(line, "again"),
                scope.cells().yes(line, "fallback"));
    }

    private @Nullable String purpose(Entry line) {
        String purpose = line.textOrNull("purpose");
        Set<String> valid = new TreeSet<>(scope.settings().purposes());
        valid.add(Action.SERVICE);
        if (purpose != null && !valid.contains(purpose)) {
            line.unknown(Code.UNKNOWN_NAME, "purpose", purpose, "purpose", valid);
        }
        return purpose;
    }

    private Action.Terms terms(Entry line) {
        return scope.formulas().terms(line);
    }

    private Action.Limits limits(Entry line) {
        return new Action.Limits(
                scope.cells().count(line, "max per day", 0),
                scope.cells().count(line, "max total", 0),
                scope.cells().span(line, "quote valid"),
                scope.cells().span(line, "due"));
    }
}
