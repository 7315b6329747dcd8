/** What happened, told to analysts: logs, figures, scorecard. Nothing personal leaves through here. */
@NullMarked
package org.filorosso.api.report;

import org.jspecify.annotations.NullMarked;
