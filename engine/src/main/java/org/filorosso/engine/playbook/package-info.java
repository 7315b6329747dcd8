/** The typed model of a playbook: everything a marketer decides, as immutable records. */
@NullMarked
package org.filorosso.engine.playbook;

import org.jspecify.annotations.NullMarked;
