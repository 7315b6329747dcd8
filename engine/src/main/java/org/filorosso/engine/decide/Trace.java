package org.filorosso.engine.decide;

import java.util.BitSet;

/**
 * A decision and the rows behind it, for tests of a playbook.
 *
 * <p>A row is <em>exercised</em> by a decision when it matched, was in its dates and was asked, so that the decision
 * could have been another one without it:
 *
 * <ul>
 *   <li>lifecycle: it gave the stage; segments and experiments: it matched;
 *   <li>engagement, arbitration: an action that it names was still a candidate when its stage began;
 *   <li>treatments, prices, propensity, where one of several rows counts: it was that one, for an action that came to
 *       the stage;
 *   <li>contact policy: as engagement, on its own channels and direction, and there was a contact to count;
 *   <li>coherence: {@code requires} and {@code service first} as engagement; {@code not after} when it forbade;
 *       {@code never together} when both sides came to placement; {@code same terms} when a quote stood;
 *   <li>journeys: its step had begun, and an action that it names was still a candidate.
 * </ul>
 *
 * @param decision the same as {@link Engine#decide} gives
 * @param matched rows that matched and were in their dates, by {@link org.filorosso.engine.playbook.Row#index() index}
 * @param exercised those of them that had a say
 */
public record Trace(Decision decision, BitSet matched, BitSet exercised) {}
