package org.filorosso.engine.decide;

import java.util.HashMap;
import java.util.Map;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.ActionSet;
import org.filorosso.engine.playbook.Playbook;

/** The actions of each product that are offered only to who does not have it. */
final class Products {

    private final ActionSet nobody;
    private final Map<String, ActionSet> once = new HashMap<>();

    Products(Playbook playbook) {
        int size = playbook.catalogue().size();
        this.nobody = ActionSet.none(size);
        for (Action action : playbook.catalogue().actions()) {
            String product = action.product();
            if (product != null && !action.again()) {
                once.computeIfAbsent(product, unseen -> ActionSet.none(size)).add(action.index());
            }
        }
    }

    boolean none() {
        return once.isEmpty();
    }

    ActionSet once(String product) {
        return once.getOrDefault(product, nobody);
    }
}
