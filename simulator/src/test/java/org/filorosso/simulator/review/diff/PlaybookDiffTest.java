package org.filorosso.simulator.review.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.filorosso.simulator.review.Shop;
import org.filorosso.simulator.review.diff.PlaybookDiff.Kind;
import org.filorosso.simulator.review.diff.PlaybookDiff.RowChange;
import org.filorosso.simulator.review.diff.PlaybookDiff.ValueChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hazard: a change is signed that the list of changes did not show, or the list drowns it in changes that are none. */
class PlaybookDiffTest {

    @TempDir
    Path folder;

    private PlaybookDiff against(String file, UnaryOperator<String> change) {
        return PlaybookDiff.of(
                Shop.load(Shop.FOLDER).sheets(),
                Shop.load(Shop.with(folder, file, change)).sheets());
    }

    private List<RowChange> rows(String table, UnaryOperator<String> change) {
        PlaybookDiff diff = against(table + ".csv", change);
        assertThat(diff.settings()).isEmpty();
        assertThat(diff.tables()).extracting(PlaybookDiff.TableDiff::table).containsExactly(table);
        return diff.tables().get(0).rows();
    }

    @Test
    void theSamePlaybookDoesNotDiffer() {
        assertThat(against("engagement.csv", text -> text).isEmpty()).isTrue();
    }

    @Test
    void commentsAndBlankRowsMakeNoDifference() {
        assertThat(against("engagement.csv", text -> text.replace("E-5,", "# what follows is for the loyal\n\nE-5,"))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aChangedCellIsNamedByItsColumn() {
        assertThat(rows("arbitration", text -> text.replace("context,30%", "context,35%")))
                .containsExactly(new RowChange(
                        Kind.CHANGED, "A-1", 2, 2, false, List.of(new ValueChange("weight", "30%", "35%"))));
    }

    @Test
    void rowsComeAndGo() {
        List<RowChange> rows = rows("arbitration", text -> text.replace("A-2,Grow,", "A-9,Grow,"));

        assertThat(rows).extracting(RowChange::kind).containsExactly(Kind.ADDED, Kind.REMOVED);
        assertThat(rows).extracting(RowChange::id).containsExactly("A-9", "A-2");
        assertThat(rows.get(0).cells()).contains(new ValueChange("weight", "", "-20%"));
    }

    /** In a table where the first match counts, the order is the rule. */
    @Test
    void aRowThatMovesIsToldOnceAndNotAllThatStoodBetween() {
        List<RowChange> rows = rows("lifecycle", text -> {
            String[] lines = text.split("\n");
            return String.join("\n", lines[0], lines[2], lines[1], lines[3]) + "\n";
        });

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).kind()).isEqualTo(Kind.MOVED);
    }

    @Test
    void rowsWithoutAnIdAreFoundByWhatIsInThem() {
        List<RowChange> rows = rows("arbitration", text -> text.replace("A-3,", ","));

        assertThat(rows).extracting(RowChange::kind).containsExactly(Kind.ADDED, Kind.REMOVED);
        assertThat(rows.get(0).id()).isEqualTo("arbitration#4");
    }

    @Test
    void settingsAreComparedByDottedKey() {
        PlaybookDiff diff = against(
                "playbook.yaml",
                text -> text.replace("threshold: 0", "threshold: pays")
                        .replace("share: 90%", "share: 80%")
                        .replace("share: 10%", "share: 20%"));

        assertThat(diff.tables()).isEmpty();
        assertThat(diff.settings())
                .containsExactly(
                        new ValueChange("arbitration.threshold", "0", "pays"),
                        new ValueChange("arms.1.share", "90%", "80%"),
                        new ValueChange("arms.2.share", "10%", "20%"));
    }

    /** Against every subset of up to 10 numbers. */
    @Test
    void theLongestRunInOrderIsALongestOne() {
        Random random = new Random(11);
        for (int round = 0; round < 500; round++) {
            int[] values = random.ints(random.nextInt(10), 0, 1000).distinct().toArray();
            int[] kept = TableRows.longestAscending(values);

            int[] numbers = Arrays.stream(kept).map(i -> values[i]).toArray();
            assertThat(numbers).isSorted();
            assertThat(kept.length).isEqualTo(longest(values));
        }
    }

    private static int longest(int[] values) {
        return IntStream.range(0, 1 << values.length)
                .filter(set -> ascending(values, set))
                .map(Integer::bitCount)
                .max()
                .orElse(0);
    }

    private static boolean ascending(int[] values, int set) {
        int last = -1;
        for (int i = 0; i < values.length; i++) {
            if ((set >> i & 1) == 1) {
                if (values[i] <= last) {
                    return false;
                }
                last = values[i];
            }
        }
        return true;
    }
}
