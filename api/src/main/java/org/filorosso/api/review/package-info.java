/** Reviews of revisions: their golden customers, what differs, what changes for real customers. */
@NullMarked
package org.filorosso.api.review;

import org.jspecify.annotations.NullMarked;
