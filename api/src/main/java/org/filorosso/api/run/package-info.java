/** Outbound runs over the service's own subjects: asked for, worked on by one node at a time, told, reported. */
@NullMarked
package org.filorosso.api.run;

import org.jspecify.annotations.NullMarked;
