/** Load: how many decisions a second the service answers, and how fast, beside what the web server alone can do. */
@NullMarked
package org.filorosso.api.load;

import org.jspecify.annotations.NullMarked;
