/** Tests of the invented customers. */
@NullMarked
package org.filorosso.api.demo;

import org.jspecify.annotations.NullMarked;
