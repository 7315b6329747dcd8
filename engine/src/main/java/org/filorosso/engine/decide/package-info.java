/** The decision: a pure function from a subject, a request, a state and a playbook to ranked actions and reasons. */
@NullMarked
package org.filorosso.engine.decide;

import org.jspecify.annotations.NullMarked;
