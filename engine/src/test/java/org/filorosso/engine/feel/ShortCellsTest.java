package org.filorosso.engine.feel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The short way must say of every cell it reads what the parser says, and leave to the parser what it refuses. */
class ShortCellsTest {
    private static final List<String> OPENINGS =
            List.of("", "", "<", "<=", ">", ">=", "=", "!=", "[", "(", "]", "=>", "-", "<>");
    private static final List<String> NUMBERS = List.of(
            "0", "3", "3.0", "007", "12.50", ".5", "5.", "1.2.3", "1e3", "-2", "999999999999999", "1 2", "x", "0,5");
    private static final List<String> ENDINGS = List.of("", "", "", "]", ")", "[", "%");

    private final Names names = new Names();
    private final int spend = names.declare("spend", Type.NUMBER, Set.of());
    private final Scope scope = Scope.of(names, Vocabulary.open(), ZoneOffset.UTC);
    private final Random random = new Random(7);

    @Test
    void readsWhatTheParserReads() throws FeelException {
        int read = 0;
        for (int i = 0; i < 8_000; i++) {
            String cell = cell();
            org.filorosso.engine.feel.Test brief = ShortCells.read(cell);
            if (brief != null) {
                read++;
                assertThat(new Cells(scope, Scope.read(names, spend)).read(cell))
                        .as(cell)
                        .isEqualTo(brief);
            }
        }
        assertThat(read).isGreaterThan(500);
    }

    private String cell() {
        String space = random.nextInt(3) == 0 ? " " : "";
        String range = random.nextInt(3) == 0 ? ".." + space + one(NUMBERS) : "";
        return one(OPENINGS) + space + one(NUMBERS) + range + space + one(ENDINGS);
    }

    private String one(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
