package org.filorosso.engine.feel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No text overflows the stack, however it nests: it is measured before it is parsed. */
class HostileTextTest {
    private static final int SMALL_STACK = 512 * 1024;

    @ParameterizedTest(name = "{0} x 150")
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "( # a # )",
                "[ # a # ]",
                "not( # active # )",
                "{a: # 1 # }",
                "a+( # a # )",
                "- # a # `` ",
                "`- ` # a # ``",
                "`a in ` # (1) # ``",
                "a in ( # 1 # )",
                "(a in [1.. # 1 # ])",
                "a[ # 1 # ]",
                "sum( # a # )",
                "`if active then ` # 1 # ` else 1`",
                "`if ` # active # ``",
                "`= ` # 3 # ``",
                "`< ` # 3 # ``",
                "active and (a > 1 or  # active # )",
                "[a.. # a # ]",
            })
    void nestingIsRefused(String open, String middle, String close) throws InterruptedException {
        String text = open.repeat(150) + middle + close.repeat(150);
        assertThat(refusal(text, "a")).isInstanceOf(FeelException.class);
        assertThat(refusal(text, "plan")).isInstanceOf(FeelException.class);
    }

    @ParameterizedTest(name = "{0} x {2}")
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "`+` # a # 990",
                "`*` # a # 990",
                "`**` # a # 600",
                "` and ` # active # 280",
                "` or ` # active # 280",
                "` = ` # a # 490",
                "` > ` # a # 490",
                "` in ` # (a) # 240",
                "` and ` # a in ([1..2]) # 110",
                "` and ` # a in [1..2] # 120",
                "` ` # between 1 and 2 # 100",
                "`.` # b # 800",
                "`.` # a b # 400",
                "`` # (1) # 600",
                "`` # [1] # 600",
                "`, ` # a # 600",
                "`, ` # > b # 380",
                "` ` # a # 990",
                "` ` # not # 480",
                "`` # ( # 1990",
                "`` # ) # 1990",
                "`` # { # 1990",
                "`` # @ # 1990",
                "`` # \" # 1990",
                "`` # \\ # 1990",
                "`` # 1 # 1990",
            })
    void longChainsAreReadOrRefused(String between, String part, int times) throws InterruptedException {
        String text = "a" + between + String.join(between, Collections.nCopies(times, part));
        Throwable thrown = refusal(text.substring(0, Math.min(text.length(), 2_000)), "a");
        assertThat(thrown == null || thrown instanceof FeelException)
                .as(String.valueOf(thrown))
                .isTrue();
    }

    @Test
    void lengthIsMeasuredFirst() throws InterruptedException {
        assertThat(refusal("a".repeat(2_001), "a")).hasMessageContaining("2001").hasMessageContaining("2000");
        assertThat(refusal("x".repeat(5_000_000), "city")).hasMessageContaining("2000");
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 12})
    void twelveLevelsAreRead(int depth) {
        Customer customer = new Customer();
        assertThat(customer.read("(".repeat(depth) + "a" + ")".repeat(depth))).isEqualTo(customer.read("a"));
        String deeper = "(".repeat(depth + 2) + "a" + ")".repeat(depth + 2);
        assertThat(catchThrowableOfType(FeelException.class, () -> customer.feel.expression(deeper)))
                .hasMessageContaining("deeper than 12");
    }

    @Test
    void aQuoteHidesNoNesting() throws InterruptedException {
        assertThat(refusal("\"\\\\\" = " + "(".repeat(150) + "city" + ")".repeat(150), "a"))
                .hasMessageContaining("deeper");
        assertThat(new Customer().read("city = \"" + "(".repeat(150) + "\"")).isNotNull();
    }

    /** What reading a text as condition, value and cell throws on a small stack; null when it is all read. */
    private static @Nullable Throwable refusal(String text, String column) throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(null, () -> read(text, column), "reader", SMALL_STACK);
        thread.setUncaughtExceptionHandler((t, e) -> thrown.set(e.getCause() instanceof FeelException f ? f : e));
        thread.start();
        thread.join();
        return thrown.get();
    }

    private static void read(String text, String column) {
        Customer customer = new Customer();
        FeelException first = null;
        try {
            String.valueOf(customer.feel.cell(text, customer.slot(column)).text());
        } catch (FeelException e) {
            first = e;
        }
        try {
            Expr expr = customer.feel.expression(text);
            String.valueOf(expr.text() + expr.hashCode() + expr.value(customer) + expr.slots());
        } catch (FeelException e) {
            first = e;
        }
        if (first != null) {
            throw new IllegalArgumentException(first);
        }
    }
}
