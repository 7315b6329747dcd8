/**
 * The service around the engine: decisions and responses over REST, their storage, security and the console.
 *
 * <p>Nothing of it exists yet: the module holds the place in the build, so that dependencies already point one way.
 */
@NullMarked
package org.filorosso.api;

import org.jspecify.annotations.NullMarked;
