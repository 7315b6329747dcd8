/** Invented customers, to try the service with. */
@NullMarked
package org.filorosso.api.demo;

import org.jspecify.annotations.NullMarked;
