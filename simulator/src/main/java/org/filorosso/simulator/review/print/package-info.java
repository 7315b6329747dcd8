/** The whole playbook in sentences, English or Italian, as legal and compliance read and sign it. */
@NullMarked
package org.filorosso.simulator.review.print;

import org.jspecify.annotations.NullMarked;
