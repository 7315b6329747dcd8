/** Golden customers: stories whose end is written down beforehand, what became of them, and which rows they exercise. */
@NullMarked
package org.filorosso.engine.golden;

import org.jspecify.annotations.NullMarked;
