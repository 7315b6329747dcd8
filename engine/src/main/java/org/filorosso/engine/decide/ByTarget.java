package org.filorosso.engine.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.filorosso.engine.playbook.Catalogue;
import org.filorosso.engine.playbook.Target;

/** Rows found by the action they concern, the most specific target first, then the later row. */
final class ByTarget<T> {

    private final Groups groups;
    private final List<List<T>> actions;
    private final List<List<T>> groupRows;
    private final List<List<T>> issues;
    private final List<T> all = new ArrayList<>();

    ByTarget(Catalogue catalogue, Groups groups, List<T> rows, Function<T, Target> target) {
        this.groups = groups;
        this.actions = lists(catalogue.size());
        this.groupRows = lists(groups.groupCount());
        this.issues = lists(groups.issueCount());
        for (int i = rows.size() - 1; i >= 0; i--) {
            T row = rows.get(i);
            listOf(target.apply(row)).add(row);
        }
    }

    private static <T> List<List<T>> lists(int size) {
        List<List<T>> lists = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            lists.add(new ArrayList<>(0));
        }
        return lists;
    }

    private List<T> listOf(Target target) {
        return switch (target.level()) {
            case ALL -> all;
            case ISSUE -> issues.get(groups.issueOf(target.first()));
            case GROUP -> groupRows.get(groups.groupOf(target.first()));
            case ACTION -> actions.get(target.first());
        };
    }

    /** Calls {@code each} with every row that concerns {@code action}, the most specific first. */
    void forEach(int action, Consumer<T> each) {
        actions.get(action).forEach(each);
        groupRows.get(groups.groupOf(action)).forEach(each);
        issues.get(groups.issueOf(action)).forEach(each);
        all.forEach(each);
    }

    /** The rows of one level that concern {@code action}, the later first. */
    List<T> at(Target.Level level, int action) {
        return switch (level) {
            case ALL -> all;
            case ISSUE -> issues.get(groups.issueOf(action));
            case GROUP -> groupRows.get(groups.groupOf(action));
            case ACTION -> actions.get(action);
        };
    }
}
