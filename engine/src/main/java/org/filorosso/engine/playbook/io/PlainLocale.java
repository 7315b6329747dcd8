package org.filorosso.engine.playbook.io;

/** How plain columns write numbers, dates and yes/no: the {@code locale} of a playbook. */
public enum PlainLocale {
    /** {@code 0.5}, {@code 2026-12-31}, {@code yes}/{@code no}. */
    EN,
    /** As {@link #EN}, and {@code 0,5}, {@code 1.234,50}, {@code 31/12/2026}, {@code sì}/{@code no}. */
    IT
}
