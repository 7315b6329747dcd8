/** The single customer view. */
@NullMarked
package org.filorosso.api.subject;

import org.jspecify.annotations.NullMarked;
