package org.filorosso.engine.playbook.io;

/** What a playbook may measure, checked while it is read. */
public final class Limits {
    /** All files, or all text of a workbook, in bytes. */
    public static final int MOST_BYTES = 20 * 1024 * 1024;
    /** Rows of a table. */
    public static final int MOST_ROWS = 20_000;
    /** Rows of {@code treatments}. */
    public static final int MOST_TREATMENTS = 50_000;
    /** Columns of a table. */
    public static final int MOST_COLUMNS = 60;
    /** Characters of a cell or of a line of YAML. */
    public static final int MOST_CHARACTERS = 10_000;
    /** Bytes of a workbook. */
    public static final int MOST_WORKBOOK_BYTES = 5 * 1024 * 1024;
    /** Parts (zip entries) of a workbook. */
    public static final int MOST_ENTRIES = 250;
    /** Bytes of a workbook's parts when inflated. */
    public static final int MOST_INFLATED_BYTES = 60 * 1024 * 1024;

    private Limits() {}
}
