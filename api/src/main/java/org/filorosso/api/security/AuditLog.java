package org.filorosso.api.security;

/** What people did to the service, in order, with a chain of hashes: nothing can be changed or taken out unseen. */
public interface AuditLog {

    /**
     * Adds an entry to the running transaction.
     *
     * @param act what was done, such as {@code publish}
     * @param target to what, such as {@code telco/9f3a...}
     * @param detail why or how, may be empty; never personal data
     */
    void record(Caller who, String act, String target, String detail);
}
