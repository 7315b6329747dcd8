package org.filorosso.engine.playbook.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A CSV file must be read as it was meant, or refused with the place of the fault. */
class TableReaderTest {
    private final Problems problems = new Problems();

    @Test
    void readsQuotesLineBreaksAndPhysicalLines() {
        Sheet sheet = read("id,reason\n\"a\",\"two\nlines, and \"\"quotes\"\"\"\n# comment, here\n\nb,5\" screen\n");

        assertThat(problems.all()).isEmpty();
        assertThat(sheet.header().cells()).containsExactly("id", "reason");
        assertThat(sheet.rows())
                .containsExactly(
                        new Line(2, List.of("a", "two\nlines, and \"quotes\"")),
                        new Line(6, List.of("b", "5\" screen")));
        assertThat(sheet.lines()).hasSize(5);
    }

    @Test
    void findsTheSemicolonThoughAFeelHeaderHoldsMoreCommas() {
        Sheet sheet = read("id;times(\"accepted\", \"*\", \"P60D\");reason\nx;> 0,5;y\n");

        assertThat(sheet.header().cells()).hasSize(3);
        assertThat(sheet.rows().get(0).cell(1)).isEqualTo("> 0,5");
    }

    @Test
    void toleratesMarkAndCrlf() {
        Sheet sheet = read("\uFEFFid,reason\r\na,\"x\r\ny\"\r\n");

        assertThat(problems.all()).isEmpty();
        assertThat(sheet.header().cell(0)).isEqualTo("id");
        assertThat(sheet.rows().get(0).cell(1)).isEqualTo("x\ny");
    }

    @Test
    void readsCommentRowsBeforeTheHeaderAndACommentColumnInFront() {
        assertThat(read("# Who may see what\nid,reason\n").headerAt()).isEqualTo(1);
        assertThat(read("#mine,id,reason\nx,a,b\n").headerAt()).isZero();
    }

    @Test
    void namesTheFirstCellThatIsNotUtf8() {
        byte[] latin1 = "id,reason\na,good\nb,perch\u00e9 no\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(new TableReader(Table.ENGAGEMENT, "engagement.csv", problems).read(latin1))
                .isNull();
        assertThat(problems.toString())
                .startsWith("engagement.csv:3: column \"reason\": \"perch\": the file is not UTF-8 from here on\nMaybe")
                .contains("CSV UTF-8");
    }

    @Test
    void refusesAQuoteLeftOpenAndTextAfterAClosingQuote() {
        refuse("id,reason\na,\"open\nb,c\n", Code.UNCLOSED_QUOTE, 2);
        refuse("id,reason\nb,c\na,\"open\"x\n", Code.UNCLOSED_QUOTE, 3);
    }

    @Test
    void refusesNulAndLoneCarriageReturns() {
        refuse("id,reason\na,b\0\n", Code.NUL_CHARACTER, 2);
        refuse("id,reason\ra,b\r", Code.LONE_CARRIAGE_RETURN, 1);
    }

    @Test
    void refusesATableWithoutHeader() {
        refuse("", Code.NO_HEADER, 0);
        refuse("# only a comment\n\n", Code.NO_HEADER, 0);
    }

    @Test
    void refusesTooManyRowsColumnsAndCharacters() {
        refuse("id\n" + "a\n".repeat(20_001), Code.TOO_MANY_ROWS, 20_002);
        refuse("id\n" + "\n".repeat(20_001), Code.TOO_MANY_ROWS, 20_002);
        refuse("id\n" + ",".repeat(60) + "x\n", Code.TOO_MANY_COLUMNS, 2);
        assertThat(read("id\n" + "a\n".repeat(20_000)).rows()).hasSize(20_000);
        assertThat(read("id\nx" + ",".repeat(5_000_000) + "\n").rows().get(0).cells())
                .containsExactly("x");
        read("id,reason\na," + "x".repeat(10_001) + "\n");
        assertThat(problems.errors()).extracting(Problem::code).containsExactly(Code.TEXT_TOO_LONG);
    }

    private void refuse(String text, Code code, int line) {
        Problems found = new Problems();
        Sheet sheet =
                new TableReader(Table.ENGAGEMENT, "engagement.csv", found).read(text.getBytes(StandardCharsets.UTF_8));

        assertThat(sheet).isNull();
        assertThat(found.errors()).extracting(Problem::code).containsExactly(code);
        assertThat(found.errors()).extracting(Problem::line).containsExactly(line);
    }

    private Sheet read(String text) {
        Sheet sheet = new TableReader(Table.ENGAGEMENT, "engagement.csv", problems)
                .read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(sheet).as(problems.toString()).isNotNull();
        return sheet;
    }
}
