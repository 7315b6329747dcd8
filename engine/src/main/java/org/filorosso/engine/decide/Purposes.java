package org.filorosso.engine.decide;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.ActionSet;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Settings;
import org.jspecify.annotations.Nullable;

/** The actions that need each purpose of consent. */
final class Purposes {

    private final int size;
    private final Map<String, ActionSet> own = new HashMap<>();
    private final Map<String, ActionSet> assumed = new HashMap<>();

    Purposes(Playbook playbook) {
        this.size = playbook.catalogue().size();
        for (Action action : playbook.catalogue().actions()) {
            String purpose = of(action, playbook.settings());
            if (purpose != null && !action.service()) {
                add(assumed, purpose, action);
            }
            String named = action.purpose();
            if (named != null && !action.service()) {
                add(own, named, action);
            }
        }
    }

    private void add(Map<String, ActionSet> sets, String purpose, Action action) {
        sets.computeIfAbsent(purpose, unseen -> ActionSet.none(size)).add(action.index());
    }

    /** The purpose an objection to which silences the action: its own, else the first of the playbook. */
    static @Nullable String of(Action action, Settings settings) {
        String own = action.purpose();
        return own != null
                ? own
                : settings.purposes().isEmpty() ? null : settings.purposes().get(0);
    }

    /**
     * The actions that any of {@code purposes} silences.
     *
     * @param outbound true: only purposes that actions name themselves, the channel's being asked for apart; false: the
     *     first purpose of the playbook stands for actions that name none
     */
    ActionSet asking(Collection<String> purposes, boolean outbound) {
        ActionSet asking = ActionSet.none(size);
        for (String purpose : purposes) {
            ActionSet set = (outbound ? own : assumed).get(purpose);
            if (set != null) {
                asking.addAll(set);
            }
        }
        return asking;
    }
}
