/** What is tried on simulated customers: playbooks, and the standing baselines made of one. */
@NullMarked
package org.filorosso.simulator.policy;

import org.jspecify.annotations.NullMarked;
