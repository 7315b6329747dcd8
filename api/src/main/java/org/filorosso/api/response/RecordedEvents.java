package org.filorosso.api.response;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to events, in their order. */
record RecordedEvents(List<One> recorded) {

    /**
     * An event that is stored.
     *
     * @param subjectId the subject's own id, where an alias was given
     * @param duplicate true when it had been recorded before
     */
    record One(String subjectId, String event, @Nullable String key, boolean duplicate) {}
}
