package org.filorosso.engine.playbook;

import org.jspecify.annotations.Nullable;

/** Reads the path of a target: {@code *}, {@code Issue}, {@code Issue/Group} or {@code Issue/Group/action}. */
public final class TargetPath {

    public static final String ALL = "*";

    private TargetPath() {}

    /**
     * Whom a path names among the actions of history, which may be of another playbook.
     *
     * @param actions null means every action, known here or not
     */
    public record Members(@Nullable ActionSet actions) {

        /** @param action index in the catalogue; negative when it is not of this playbook */
        public boolean has(int action) {
            return actions == null || (action >= 0 && actions.contains(action));
        }
    }

    /** The members of a path; of a path that names nothing here, none. */
    public static Members members(Catalogue catalogue, String path) {
        return new Members(path.equals(ALL) ? null : actions(catalogue, path));
    }

    /** The actions a path names, empty when it names nothing. */
    public static ActionSet actions(Catalogue catalogue, String path) {
        ActionSet named = ActionSet.none(catalogue.size());
        for (Action action : catalogue.actions()) {
            if (names(path, action)) {
                named.add(action.index());
            }
        }
        return named;
    }

    private static boolean names(String path, Action action) {
        return path.equals(ALL)
                || path.equals(action.issue())
                || path.equals(action.issue() + "/" + action.group())
                || path.equals(action.path());
    }

    /** How deep a path goes. */
    public static Target.Level level(String path) {
        if (path.equals(ALL)) {
            return Target.Level.ALL;
        }
        long slashes = path.chars().filter(c -> c == '/').count();
        return slashes == 0 ? Target.Level.ISSUE : slashes == 1 ? Target.Level.GROUP : Target.Level.ACTION;
    }
}
