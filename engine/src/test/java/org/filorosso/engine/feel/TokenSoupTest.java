package org.filorosso.engine.feel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is typed is read or refused with words: the parser's own stumbling never comes through. */
class TokenSoupTest {
    private static final String[] TOKENS = {
        "a",
        "b",
        "monthly spend",
        "plan",
        "city",
        "active",
        "segments",
        "deals",
        "contracts",
        "today",
        "now",
        "born",
        "seen",
        "1",
        "2.5",
        ".5",
        "1e3",
        "\"x\"",
        "\"smart\"",
        "true",
        "null",
        "missing",
        "not",
        "and",
        "or",
        "in",
        "between",
        "if",
        "then",
        "else",
        "some",
        "every",
        "satisfies",
        "for",
        "return",
        "function",
        "external",
        "instance of",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ",",
        ".",
        "..",
        "...",
        "=",
        "!=",
        "<",
        ">",
        "<=",
        ">=",
        "+",
        "-",
        "*",
        "/",
        "**",
        "?",
        "@",
        "@\"P1D\"",
        ":",
        "->",
        "%",
        "'",
        "\"",
        "\\",
        "date",
        "count",
        "sum(",
        "times(",
        "duration(\"P1D\")",
        "x",
        "c",
        "d.months left",
        "item",
        "2026-01-01",
        "è",
        "\u200b",
        "\ud83d\ude00",
        "\n",
        "\t"
    };

    @Test
    void isReadOrRefused() {
        Random random = new Random(42);
        Customer customer = new Customer();
        String[] columns = {"a", "plan", "city", "active", "segments", "contracts", "born", "seen"};
        for (int i = 0; i < 1_200; i++) {
            String text = soup(random, 1 + random.nextInt(9));
            int slot = customer.slot(columns[random.nextInt(columns.length)]);
            try {
                assertThat(customer.feel.expression(text).text()).isNotEmpty();
            } catch (FeelException e) {
                explained(e, text);
            }
            try {
                assertThat(customer.feel.cell(text, slot).text()).isNotEmpty();
            } catch (FeelException e) {
                explained(e, text);
            }
        }
    }

    private static void explained(FeelException e, String text) {
        assertThat(e.message()).as(text).isNotBlank();
        assertThat(e.offset()).as(text).isBetween(0, text.length());
    }

    private static String soup(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(TOKENS[random.nextInt(TOKENS.length)]).append(random.nextInt(4) == 0 ? "" : " ");
        }
        return text.toString();
    }
}
