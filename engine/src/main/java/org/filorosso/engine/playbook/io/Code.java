package org.filorosso.engine.playbook.io;

import java.util.Locale;

/**
 * The stable codes of problems. A code never changes its meaning; each has a page in the documentation.
 *
 * <p>Families: 1xx files, 2xx headers and rows, 3xx plain values, 7xx limits.
 */
public enum Code {
    UNREADABLE_ENCODING(101, "A file is not UTF-8."),
    NUL_CHARACTER(102, "A file holds the character NUL, which no table or text needs."),
    UNKNOWN_FILE(103, "The folder holds a file or folder that is no part of a playbook."),
    LINK_OUT_OF_FOLDER(104, "A link leads out of the playbook's folder."),
    UNREADABLE_FILE(105, "A file or folder cannot be read, or is not there."),
    UNCLOSED_QUOTE(106, "A quoted cell is opened and never closed."),
    LONE_CARRIAGE_RETURN(107, "Lines end with a carriage return alone, not with LF or CRLF."),
    MISSING_FILE(108, "A file or sheet that every playbook needs is missing."),
    NO_HEADER(109, "A table has no header row."),
    NOT_A_WORKBOOK(110, "The file is not a workbook (.xlsx), or a damaged one."),
    UNKNOWN_SHEET(111, "The workbook holds a sheet that is no table of a playbook."),
    FORMULA_CELL(112, "A workbook cell holds a formula."),
    ERROR_CELL(113, "A workbook cell shows an error such as #REF!."),
    MERGED_CELLS(114, "Cells of the workbook are merged, so that their value is in one of them only."),
    DUPLICATE_ENTRY(115, "The workbook holds the same part or sheet twice."),
    DOCTYPE(116, "A part of the workbook declares a document type, which no spreadsheet program writes."),
    LEFTOVER_FILE(117, "The folder to write to holds a playbook file that the new playbook has not."),
    YAML_SYNTAX(120, "A text is not valid YAML."),
    YAML_FEATURE(121, "A YAML text uses anchors, aliases, tags or several documents."),
    YAML_DUPLICATE_KEY(122, "A YAML key stands twice in the same mapping."),
    UNKNOWN_COLUMN(201, "A header is no column of its table."),
    DUPLICATE_COLUMN(202, "Two columns of a table have the same header."),
    EMPTY_HEADER(203, "A column holds cells but has no header."),
    CELL_WITHOUT_COLUMN(204, "A row has more cells than the header."),
    HIDDEN_CHARACTER(205, "A name holds control, bidirectional or zero-width characters."),
    UNKNOWN_CHOICE(206, "A cell of a closed choice holds something else."),
    NOT_A_NUMBER(301, "A cell should hold a number."),
    AMBIGUOUS_NUMBER(302, "A number can be read in two ways, as 1.234 in Italian."),
    NOT_A_DATE(303, "A cell should hold a date or a date and time."),
    NOT_A_YES_NO(304, "A cell should hold yes or no."),
    NOT_A_PERCENTAGE(305, "A cell should hold a percentage."),
    NOT_A_DURATION(306, "A cell should hold a duration."),
    TOO_LARGE(701, "The playbook is larger than 20 MB in all."),
    TOO_MANY_ROWS(702, "A table has more rows than it may."),
    TOO_MANY_COLUMNS(703, "A table has more than 60 columns."),
    TEXT_TOO_LONG(704, "A text has more than 10,000 characters."),
    WORKBOOK_TOO_LARGE(705, "A workbook is larger than 5 MB, or its content than 60 MB."),
    WORKBOOK_ENTRIES(706, "A workbook has more than 250 parts.");

    private final int number;
    private final String description;

    Code(int number, String description) {
        this.number = number;
        this.description = description;
    }

    /** The code as people see it: {@code PB-101}. */
    public String id() {
        return String.format(Locale.ROOT, "PB-%03d", number);
    }

    /** One sentence: what was found. */
    public String description() {
        return description;
    }
}
