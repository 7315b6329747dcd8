/** Tests of decisions. */
@NullMarked
package org.filorosso.api.decision;

import org.jspecify.annotations.NullMarked;
