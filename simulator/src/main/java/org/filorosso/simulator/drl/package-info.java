/** The rules of a playbook as readable DRL, for people who know it: for review only, nothing ever reads it. */
@NullMarked
package org.filorosso.simulator.drl;

import org.jspecify.annotations.NullMarked;
