/** What the reviews of a playbook share: plain tables and JSON. */
@NullMarked
package org.filorosso.simulator.review;

import org.jspecify.annotations.NullMarked;
