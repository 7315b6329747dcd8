/** Tests of reviews. */
@NullMarked
package org.filorosso.api.review;

import org.jspecify.annotations.NullMarked;
