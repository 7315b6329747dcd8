/** What is recorded of responses and events, on both databases. */
@NullMarked
package org.filorosso.api.response;

import org.jspecify.annotations.NullMarked;
