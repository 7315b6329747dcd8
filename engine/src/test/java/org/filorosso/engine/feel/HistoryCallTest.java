package org.filorosso.engine.feel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.Set;
import org.filorosso.engine.feel.HistoryCall.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions to the history have literal arguments, and equal ones are asked once. */
class HistoryCallTest {
    private final Customer customer = new Customer();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "times(\"presented\", \"Grow\", \"P7D\")",
                "times(\"presented|sent\", \"*\", \"PT48H\", \"household\")",
                "days since(\"accepted\", \"*\")",
                "last outcome(\"Grow/Devices\")",
                "last channel(\"*\")",
                "last reason(\"*\")",
                "total value(\"accepted\", \"*\", \"P1Y\", \"household\")",
                "events(\"complaint\", \"P1M\")",
                "days since event(\"complaint\")",
                "last event(\"bill\", \"amount\")",
                "total event(\"bill\", \"amount\", \"P1M2DT3H\")",
                "case open(\"complaint\")",
            })
    void canonicalTextReadsBack(String text) {
        Expr expr = customer.read(text);
        assertThat(expr).isInstanceOf(Expr.Counted.class);
        assertThat(expr.text()).isEqualTo(text);
        assertThat(customer.read(expr.text())).isEqualTo(expr);
    }

    @Test
    void oneCallHasOneSlotHoweverItIsWritten() {
        Expr iso = customer.read("times(\"sent\", \"*\", \"P7D\")");
        assertThat(customer.read("times( \"sent\" ,\"*\", duration(\"P7D\"))")).isEqualTo(iso);
        assertThat(customer.read("times(\"sent\", \"*\", @\"P1W\")")).isEqualTo(iso);
        assertThat(customer.read("times(\"sent\", \"*\", \"PT168H\")")).isNotEqualTo(iso);
        assertThat(customer.read("times(\"sent\", \"*\", \"P7D\", \"household\")"))
                .isNotEqualTo(iso);
    }

    @Test
    void theAnswerIsReadFromTheSlot() {
        int slot = ((Expr.Counted) customer.read("times(\"sent\", \"*\", \"P7D\")")).slot();
        Reading facts = new Reading() {
            @Override
            public Object value(int index) {
                return BigDecimal.valueOf(index == slot ? 3 : -1);
            }

            @Override
            public double number(int index) {
                return index == slot ? 3 : -1;
            }
        };
        assertThat(customer.read("times(\"sent\", \"*\", \"P7D\") >= 3").truth(facts))
                .isEqualTo(Truth.TRUE);
        assertThat(customer.names.slot(slot)).isInstanceOf(Slot.Counted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "times(\"presented\", \"Grow\")",
                "times(\"presented\", \"Grow\", \"P7D\", \"all\")",
                "times(\"presented\", \"Grow\", \"P7D\", \"household\", \"x\")",
                "times(plan, \"Grow\", \"P7D\")",
                "times(\"presented\", \"Gr\" + \"ow\", \"P7D\")",
                "times(\"presented\", \"Grow\", \"7 days\")",
                "times(\"presented\", \"Grow\", \"-P7D\")",
                "times(\"presented\", \"Grow\", \"P0D\")",
                "times(\"presented\", \"Grow\", 7)",
                "times(outcome: \"presented\", target: \"Grow\", within: \"P7D\")",
                "days since(\"accepted\", \"*\", \"household\")",
                "case open(\"complaint\", \"household\")",
                "days since",
            })
    void otherArgumentsAreRefused(String text) {
        assertThat(catchThrowableOfType(FeelException.class, () -> customer.feel.expression(text)))
                .as(text)
                .isNotNull();
    }

    @Test
    void theVocabularyIsAsked() {
        Names names = new Names();
        Vocabulary vocabulary = new Vocabulary() {
            @Override
            public void check(HistoryCall call) throws FeelException {
                if (call.event() != null && !call.event().equals("bill")) {
                    throw new FeelException("There is no event " + call.event(), "Maybe bill", 0);
                }
            }

            @Override
            public Type typeOf(HistoryCall call) {
                return Type.STRING;
            }

            @Override
            public Set<String> valuesOf(HistoryCall call) {
                return call.function() == Function.LAST_OUTCOME ? Set.of("accepted") : Set.of();
            }
        };
        Feel feel = new Feel(names, vocabulary, Customer.ROME);
        assertThat(catchThrowableOfType(
                        FeelException.class, () -> feel.condition("a = 1 or events(\"bil\", \"P1D\") > 1")))
                .isNotNull();
        FeelException unknown =
                catchThrowableOfType(FeelException.class, () -> feel.condition("0 < events(\"bil\", \"P1D\")"));
        assertThat(unknown.hint()).isEqualTo("Maybe bill");
        assertThat(unknown.offset()).isEqualTo(4);
        assertThat(catchThrowableOfType(FeelException.class, () -> feel.condition("last event(\"bill\", \"x\") > 3")))
                .hasMessageContaining("cannot be compared");
        assertThat(catchThrowableOfType(FeelException.class, () -> feel.condition("last outcome(\"*\") = \"acepted\"")))
                .hasMessageContaining("acepted");
    }
}
