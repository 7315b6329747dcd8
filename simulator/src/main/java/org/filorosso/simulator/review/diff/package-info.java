/** What differs between two playbooks: by row, and by what customers are offered. */
@NullMarked
package org.filorosso.simulator.review.diff;

import org.jspecify.annotations.NullMarked;
