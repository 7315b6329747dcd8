/** Responses and events: what the customer said and did, and what was used up and learnt by it. */
@NullMarked
package org.filorosso.api.response;

import org.jspecify.annotations.NullMarked;
