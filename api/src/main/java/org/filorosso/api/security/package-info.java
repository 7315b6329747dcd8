/** Who calls, and what he may. */
@NullMarked
package org.filorosso.api.security;

import org.jspecify.annotations.NullMarked;
