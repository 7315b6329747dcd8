/** The pages that people paste from: what stands there is run. */
@NullMarked
package org.filorosso.api.guide;

import org.jspecify.annotations.NullMarked;
