package org.filorosso.simulator.population;

import java.util.Map;
import org.filorosso.engine.decide.Subject;

/**
 * A customer before anything is simulated.
 *
 * @param subject as every policy sees him
 * @param hidden traits that no rule may know, by name; a missing one is absent
 * @param satisfaction 0..10
 * @param key what he is among the parts of a draw
 */
public record Person(Subject subject, Map<String, Object> hidden, double satisfaction, long key) {}
