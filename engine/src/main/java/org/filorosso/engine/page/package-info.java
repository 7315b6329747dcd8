/** The frame of every HTML page we write: one look, escaped texts, nothing loaded from elsewhere. */
@NullMarked
package org.filorosso.engine.page;

import org.jspecify.annotations.NullMarked;
