package org.filorosso.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Hazards: an answer goes to somebody else, a bad row takes others with it, too many wait for ever. */
class BatcherTest {
    private static final Batcher.Size SMALL = new Batcher.Size(1, 4, 1000);

    @Test
    void everybodyGetsTheAnswerToWhatWasAsked() {
        try (Batcher<Integer, Integer> squares = new Batcher<>(
                "squares", SMALL, asked -> asked.stream().map(n -> n * n).toList())) {
            List<CompletableFuture<Integer>> answers =
                    IntStream.range(0, 200).mapToObj(squares::submit).toList();
            for (int n = 0; n < answers.size(); n++) {
                assertThat(answers.get(n).join()).isEqualTo(n * n);
            }
        }
    }

    @Test
    void whoFailsFailsAlone() throws Exception {
        try (Batcher<Integer, Integer> halves = new Batcher<>(
                "halves", SMALL, asked -> asked.stream().map(n -> 12 / n).toList())) {
            List<CompletableFuture<Integer>> answers =
                    List.of(3, 0, 4).stream().map(halves::submit).toList();
            assertThat(answers.get(0).get()).isEqualTo(4);
            assertThatThrownBy(() -> answers.get(1).get()).hasCauseInstanceOf(ArithmeticException.class);
            assertThat(answers.get(2).get()).isEqualTo(3);
        }
    }

    @Test
    void whoComesAfterTheEndIsToldSo() {
        Batcher<Integer, Integer> closed = new Batcher<>("closed", SMALL, asked -> asked);
        closed.close();
        assertThatThrownBy(() -> closed.submit(1).get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(RejectedExecutionException.class);
    }
}
