/** Tests of outbound runs. */
@NullMarked
package org.filorosso.api.run;

import org.jspecify.annotations.NullMarked;
