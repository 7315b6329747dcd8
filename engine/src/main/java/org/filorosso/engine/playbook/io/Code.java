package org.filorosso.engine.playbook.io;

import java.util.Locale;

/**
 * The stable codes of problems. A code never changes its meaning; each has a page in the documentation.
 *
 * <p>Families: 1xx files, 2xx headers and rows, 3xx plain values, 4xx names, 5xx expressions, 6xx settings
 * and tables as a whole, 7xx limits, 8xx golden customers, 9xx warnings.
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
    UNKNOWN_LANGUAGE(207, "A column is in a language that the playbook has not."),
    EMPTY_CELL(208, "A cell that must be filled is empty."),
    NEEDLESS_CELL(209, "A cell is filled that means nothing in its row."),
    OUT_OF_RANGE(307, "A number is out of its range."),
    DATES_REVERSED(308, "A row ends before it begins."),
    WINDOW_TOO_LONG(309, "A window is longer than the history that rules may look back."),
    NOT_QUIET_HOURS(310, "A cell should hold quiet hours."),
    NOT_PLACEMENTS(311, "A cell should hold placements."),
    BAD_NAME(401, "A name cannot be used in rules or paths."),
    DUPLICATE_NAME(402, "A name or id stands twice where it must be unique."),
    UNKNOWN_NAME(403, "A cell names something that no row makes."),
    UNKNOWN_TARGET(404, "A path names no action."),
    ROWS_DIFFER(405, "Rows that must agree say different things."),
    NO_QUOTE(406, "A row needs quotes of an action that gives none."),
    EXPRESSION(501, "A header, a condition or a formula is not understood or not allowed."),
    FORMULA_TYPE(502, "A formula yields another type than its attribute has."),
    CIRCLE(503, "Names or actions depend on each other in a circle."),
    PLACE(504, "A text has a place to fill in that nothing fills."),
    UNKNOWN_KEY(601, "playbook.yaml holds a key that means nothing."),
    MISSING_KEY(602, "playbook.yaml lacks a key that every playbook needs."),
    SETTING(603, "A value of playbook.yaml is not what its key wants."),
    SHARES(604, "Shares do not add up as they must."),
    NO_CATCH_ALL(605, "The lifecycle does not end with a row that matches everybody."),
    TOO_MANY_KPIS(606, "There are more than seven figures."),
    TOO_LARGE(701, "The playbook is larger than 20 MB in all."),
    TOO_MANY_ROWS(702, "A table has more rows than it may."),
    TOO_MANY_COLUMNS(703, "A table has more than 60 columns."),
    TEXT_TOO_LONG(704, "A text has more than 10,000 characters."),
    WORKBOOK_TOO_LARGE(705, "A workbook is larger than 5 MB, or its content than 60 MB."),
    WORKBOOK_ENTRIES(706, "A workbook has more than 250 parts."),
    TOO_MANY_ACTIONS(707, "There are more than 10,000 actions or 1,000 attributes."),
    TOO_MANY_PROBLEMS(708, "There are so many problems that the rest of the playbook was not looked at."),
    GOLDEN_UNKNOWN_KEY(801, "A golden customer has a key that means nothing there."),
    GOLDEN_MISSING_KEY(802, "A golden customer lacks a key that it needs."),
    GOLDEN_WRONG_TYPE(
            803, "A value of a golden customer is of the wrong kind: a text for a list, a word for a number."),
    GOLDEN_UNKNOWN_NAME(804, "A golden customer names something that the playbook has not."),
    GOLDEN_OUT_OF_RANGE(805, "A number of a golden customer is out of its range."),
    GOLDEN_DUPLICATE(806, "Two golden customers have one name, or one says a thing twice."),
    GOLDEN_EXPECTS_NOTHING(807, "A golden customer expects nothing, so it can never fail."),
    GOLDEN_CONTRADICTION(808, "A golden customer expects two things that exclude each other."),
    SHADOWED(901, "A row can never match, because rows above take all that it could."),
    DUPLICATE_ROW(902, "Two rows say the same."),
    CONTRADICTION(903, "Two rows say opposite things of the same customers."),
    NO_TREATMENT(904, "An action has no treatment."),
    NO_OPEN_CHANNEL(905, "An action has treatments only for channels that are shut."),
    EXPIRED(906, "An action, or all that it is said with, is over."),
    UNUSED_ATTRIBUTE(907, "No rule looks at an attribute."),
    REVIEW_OVERDUE(908, "A row was to be looked at again and was not."),
    UNKNOWN_UNSAID(909, "A row that protects people does not say what holds when data are missing."),
    NO_REASON(910, "A row that can drop an action has no reason."),
    LEVEL_OPENS(911, "The last \"only\" row of a level ends before its actions do."),
    NO_PROPENSITY(912, "An action has no row of propensity."),
    UNEXERCISED_ROW(951, "No golden customer exercises a row.");

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
