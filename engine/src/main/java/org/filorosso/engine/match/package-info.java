/** Which rows of a playbook match a customer: on Drools, and in plain Java as the oracle that also explains. */
@NullMarked
package org.filorosso.engine.match;

import org.jspecify.annotations.NullMarked;
