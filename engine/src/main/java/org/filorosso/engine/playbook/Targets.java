package org.filorosso.engine.playbook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.filorosso.engine.playbook.Target.Level;
import org.jspecify.annotations.Nullable;

/** Every path that names actions of a {@link Catalogue}: {@code *}, issues, groups and single actions. */
public final class Targets {

    public static final String ALL = "*";

    private final Map<String, Target> byPath = new LinkedHashMap<>();
    private final int size;

    public Targets(Catalogue catalogue) {
        size = catalogue.size();
        byPath.put(ALL, new Target(ALL, Level.ALL, ActionSet.all(size)));
        for (Action action : catalogue.actions()) {
            if (action.issue().isEmpty()
                    || action.group().isEmpty()
                    || action.name().isEmpty()) {
                continue;
            }
            String group = action.issue() + "/" + action.group();
            add(action.issue(), Level.ISSUE, action);
            add(group, Level.GROUP, action);
            add(group + "/" + action.name(), Level.ACTION, action);
        }
    }

    private void add(String path, Level level, Action action) {
        byPath.computeIfAbsent(path, p -> new Target(p, level, ActionSet.none(size)))
                .actions()
                .add(action.index());
    }

    /**
     * The target of a path, or null when it names nothing.
     *
     * @param path such as {@code Grow/Devices}; spaces around it do not count
     */
    public @Nullable Target find(String path) {
        return byPath.get(path.strip());
    }

    /** All paths, {@code *} first, the rest in the order of the catalogue. */
    public Set<String> paths() {
        return byPath.keySet();
    }
}
