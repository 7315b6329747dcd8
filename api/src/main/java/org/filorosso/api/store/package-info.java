/** The database: connection, dialects, batches of reads and writes, its clock. */
@NullMarked
package org.filorosso.api.store;

import org.jspecify.annotations.NullMarked;
