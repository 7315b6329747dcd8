/** The service Filorosso: its packages are the business's, and this one only starts them. */
@NullMarked
package org.filorosso.api;

import org.jspecify.annotations.NullMarked;
