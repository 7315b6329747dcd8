package org.filorosso.api.security;

import java.util.Locale;

/** What a caller is to the company. */
public enum Role {
    AGENT,
    INTEGRATION,
    MARKETER,
    APPROVER,
    ANALYST,
    ADMIN;

    /** Its name in keys, tokens and documents. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
