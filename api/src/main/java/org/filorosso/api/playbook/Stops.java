package org.filorosso.api.playbook;

import java.util.List;
import org.filorosso.engine.decide.State;

/** Silence ordered outside the playbook, as every decision sees it. */
public interface Stops {

    /** The stops in force, those that lapsed excepted; from memory, at most five seconds old. */
    List<State.Stop> active();
}
