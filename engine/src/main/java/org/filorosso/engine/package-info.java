/** The decision as a library: a playbook and a subject in, ranked and explained actions out. */
@NullMarked
package org.filorosso.engine;

import org.jspecify.annotations.NullMarked;
