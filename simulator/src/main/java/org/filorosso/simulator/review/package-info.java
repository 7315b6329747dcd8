/** What the reviews of a playbook share: tables, pictures and JSON. */
@NullMarked
package org.filorosso.simulator.review;

import org.jspecify.annotations.NullMarked;
