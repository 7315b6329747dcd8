package org.filorosso.simulator.calibration;

import java.time.Instant;
import java.util.List;
import org.filorosso.simulator.world.World;

/**
 * One thing that an offer could have led to, and whether it did. The answers to an offer are asked one after the other, as the
 * simulator draws them: accepted, else later, else rejected, else clicked (continuation ratios; Agresti, Categorical Data
 * Analysis, 3rd edition 2013, section 8.3.6).
 *
 * @param at when the contact was
 * @param parts the rows that match and can be read, each with what its coefficient is multiplied by; may be empty
 */
record Trial(World.Event event, Instant at, String action, String channel, List<World.Part> parts, boolean happened) {}
