package org.filorosso.engine.playbook.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.filorosso.engine.playbook.io.Heading.Use;
import org.junit.jupiter.api.Test;

/** A column must be recognised as what it is; a mistyped one must not become a condition in a plain table. */
class HeadingTest {
    private final Problems problems = new Problems();

    @Test
    void tellsReservedConditionAndCommentColumnsApart() {
        List<Heading> headings = read(Table.ENGAGEMENT, " ID ,#mine,Monthly Spend,reason:IT,when\na,b,c,d,e\n");

        assertThat(headings)
                .extracting(Heading::use)
                .containsExactly(Use.RESERVED, Use.COMMENT, Use.CONDITION, Use.RESERVED, Use.RESERVED);
        assertThat(headings)
                .extracting(Heading::key)
                .containsExactly("id", "#mine", "Monthly Spend", "reason:it", "when");
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void refusesUnknownColumnsOfPlainTablesWithNearNames() {
        read(Table.CHANNELS, "channel,directon\napp,both\n");

        assertThat(problems.toString())
                .isEqualTo("channels.csv:1: column \"directon\": is no column of this table\nMaybe \"direction\"?");
    }

    @Test
    void refusesColumnsThatStandTwice() {
        read(Table.ENGAGEMENT, "id,Id,plan,plan,reason:it,reason:it,#x,#x\n");

        assertThat(problems.errors()).extracting(Problem::column).containsExactly("Id", "plan", "reason:it");
    }

    @Test
    void refusesCellsWithoutColumn() {
        read(Table.ENGAGEMENT, "id,,reason\na,x,b,,c\n# any,x,y,z,z\na,,b,,\n");

        assertThat(problems.errors())
                .extracting(problem -> problem.code() + " " + problem.line())
                .containsExactlyInAnyOrder("EMPTY_HEADER 2", "CELL_WITHOUT_COLUMN 2");
    }

    @Test
    void showsHiddenCharactersOfNamesByTheirCode() {
        assertThat(Characters.hidden("more\u202Egiga").orElse(0)).isEqualTo(0x202E);
        assertThat(Characters.hidden("zero\u200Bwidth").orElse(0)).isEqualTo(0x200B);
        assertThat(Characters.hidden("perché 😀 più")).isEmpty();
        assertThat(Characters.describe(0x202E)).isEqualTo("U+202E (right-to-left override)");
        assertThat(Problem.error(Code.HIDDEN_CHARACTER, "x", 1, "m")
                        .at("a\u202Eb", "c\nd")
                        .toString())
                .isEqualTo("x:1: column \"a\\u{202E}b\": \"c\\nd\": m");
    }

    private List<Heading> read(Table table, String text) {
        Sheet sheet = new TableReader(table, table.file(), problems).read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(sheet).as(problems.toString()).isNotNull();
        return Heading.of(sheet, problems);
    }
}
