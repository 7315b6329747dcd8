/** Tests of revisions, of what is live and of stops. */
@NullMarked
package org.filorosso.api.playbook;

import org.jspecify.annotations.NullMarked;
