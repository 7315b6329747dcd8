package org.filorosso.api.subject;

import java.util.concurrent.CompletableFuture;

/** Reads all that is stored of a subject at once: profile, consents, lists, history, events, quotes, household. */
public interface SubjectReader {

    /**
     * The single view. Reads of several callers are made together.
     *
     * @param idOrAlias an id nobody stored gives {@link StoredSubject#known()} false and whatever history there is
     * @return fails when the database cannot be read
     */
    CompletableFuture<StoredSubject> read(String idOrAlias);
}
