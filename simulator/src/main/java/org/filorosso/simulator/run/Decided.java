package org.filorosso.simulator.run;

import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.decide.Subject;

/** A decision and what it was made of. */
public record Decided(Subject subject, Request request, State state, Decision decision) {}
