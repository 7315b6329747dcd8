/** Playbooks: which revision is live, and what is stopped. */
@NullMarked
package org.filorosso.api.playbook;

import org.jspecify.annotations.NullMarked;
