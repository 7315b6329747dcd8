package org.filorosso.simulator.policy;

import org.filorosso.engine.decide.Engine;
import org.filorosso.engine.match.DroolsMatcher;
import org.filorosso.engine.playbook.Playbook;

/**
 * One arm of a simulation.
 *
 * @param name unique in the simulation
 * @param playbook what it decides by
 */
public record Policy(String name, Kind kind, Playbook playbook, Engine engine) {

    /** How it comes to its answers. */
    public enum Kind {
        /** By the engine alone. */
        PLAYBOOK,
        /** By the engine, told the true propensities. */
        ORACLE,
        /** It never says anything. */
        NO_CONTACT
    }

    static Policy of(String name, Kind kind, Playbook playbook) {
        return new Policy(name, kind, playbook, new Engine(playbook, DroolsMatcher.of(playbook)));
    }

    /**
     * A playbook as one arm.
     *
     * @param asLive true keeps its own holdout and arms; false lets its champion decide for everybody
     */
    public static Policy of(String name, Playbook playbook, boolean asLive) {
        return of(name, Kind.PLAYBOOK, asLive ? playbook : Baseline.whole(playbook));
    }
}
