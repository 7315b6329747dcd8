package org.filorosso.engine.decide;

import java.util.HashMap;
import java.util.Map;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Catalogue;
import org.filorosso.engine.playbook.ContactPolicy;

/** Numbers for the issue and the group of every action, so that counts are kept in small integers. */
final class Groups {

    private final int[] issues;
    private final int[] groups;
    private final Map<String, Integer> issueNumbers = new HashMap<>();
    private final Map<String, Integer> groupNumbers = new HashMap<>();

    Groups(Catalogue catalogue) {
        issues = new int[catalogue.size()];
        groups = new int[catalogue.size()];
        for (Action action : catalogue.actions()) {
            issues[action.index()] = number(issueNumbers, action.issue());
            groups[action.index()] = number(groupNumbers, action.issue() + "/" + action.group());
        }
    }

    private static int number(Map<String, Integer> numbers, String name) {
        return numbers.computeIfAbsent(name, unseen -> numbers.size());
    }

    int issueOf(int action) {
        return issues[action];
    }

    int groupOf(int action) {
        return groups[action];
    }

    int issueCount() {
        return issueNumbers.size();
    }

    int groupCount() {
        return groupNumbers.size();
    }

    /** What a count {@code per} something is kept under for {@code action}. */
    int key(ContactPolicy.Per per, int action) {
        return switch (per) {
            case ACTION -> action;
            case GROUP -> groups[action];
            case ISSUE -> issues[action];
            case ALL -> 0;
        };
    }
}
