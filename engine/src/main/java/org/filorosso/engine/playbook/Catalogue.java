package org.filorosso.engine.playbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The actions of a playbook, in file order, and their index by name. */
public final class Catalogue {

    private final List<Action> actions;
    private final Map<String, Action> byName = new HashMap<>();

    public Catalogue(List<Action> actions) {
        this.actions = List.copyOf(actions);
        actions.forEach(action -> byName.put(action.name(), action));
    }

    public int size() {
        return actions.size();
    }

    public List<Action> actions() {
        return actions;
    }

    public Action get(int index) {
        return actions.get(index);
    }

    /** The action of that name, or null: history may name actions of another playbook or of the past. */
    public @Nullable Action find(String name) {
        return byName.get(name);
    }
}
