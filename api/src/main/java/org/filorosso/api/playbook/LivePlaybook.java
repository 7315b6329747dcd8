package org.filorosso.api.playbook;

import org.filorosso.engine.decide.Engine;
import org.filorosso.engine.match.DroolsMatcher;
import org.filorosso.engine.playbook.Playbook;

/**
 * A revision ready to decide. Immutable, safe to share between threads.
 *
 * @param engine of this revision
 */
public record LivePlaybook(Playbook playbook, Engine engine) {

    /** Builds what a loaded playbook needs to decide. */
    public static LivePlaybook of(Playbook playbook) {
        return new LivePlaybook(playbook, new Engine(playbook, DroolsMatcher.of(playbook)));
    }

    public String name() {
        return playbook.name();
    }

    public String revision() {
        return playbook.revision();
    }
}
