/** Running the service: settings, health, metrics. */
@NullMarked
package org.filorosso.api.ops;

import org.jspecify.annotations.NullMarked;
