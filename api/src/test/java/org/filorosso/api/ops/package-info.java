/** Tests of running the service. */
@NullMarked
package org.filorosso.api.ops;

import org.jspecify.annotations.NullMarked;
