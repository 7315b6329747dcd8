/** What is refused, told as RFC 9457 problems. */
@NullMarked
package org.filorosso.api.problem;

import org.jspecify.annotations.NullMarked;
