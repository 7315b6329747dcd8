package org.filorosso.engine.playbook;

import java.util.List;

/**
 * A path that names actions: all, an issue, a group of an issue, or one action.
 *
 * @param path as typed, such as {@code Grow/Devices}
 * @param level how deep the path goes
 * @param actions every action it names, at least one
 */
public record Target(String path, Level level, ActionSet actions) {

    /** Levels of the path, from the top. */
    public enum Level {
        ALL,
        ISSUE,
        GROUP,
        ACTION;

        /** From the top, without a new array at every call. */
        public static final List<Level> FROM_TOP = List.of(values());

        /** From the action up. */
        public static final List<Level> FROM_ACTION = List.of(ACTION, GROUP, ISSUE, ALL);
    }

    public boolean names(int action) {
        return actions.contains(action);
    }

    /** The lowest action it names; of a target of level {@link Level#ACTION} the only one. */
    public int first() {
        return actions.first();
    }

    /** Adds the actions it names to {@code set}. */
    public void addTo(ActionSet set) {
        if (level == Level.ACTION) {
            set.add(first());
        } else {
            set.addAll(actions);
        }
    }
}
