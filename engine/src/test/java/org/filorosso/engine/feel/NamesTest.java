package org.filorosso.engine.feel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every name has one slot, found as FEEL spells it. */
class NamesTest {
    private final Customer customer = new Customer();

    @Test
    void spacesAreNormalisedAndCaseMatters() {
        Names names = customer.names;
        assertThat(names.find("monthly   spend")).isEqualTo(names.find(" monthly spend "));
        assertThat(names.find("Monthly spend")).isEmpty();
        assertThat(customer.read("monthly   spend > 1")).isEqualTo(customer.read("monthly spend > 1"));
    }

    @Test
    void aLaterDeclarationKeepsTheSlot() {
        int slot = customer.names.declare("plan", Type.STRING, Set.of("new"));
        assertThat(customer.slot("plan")).isEqualTo(slot);
        assertThat(customer.cell("plan", "new")).isNotNull();
        assertThat(catchThrowableOfType(FeelException.class, () -> customer.feel.cell("smart", slot)))
                .isNotNull();
    }

    @Test
    void headersShareSlots() throws FeelException {
        int computed = customer.feel.header("monthly spend * 12");
        assertThat(customer.feel.header("monthly  spend*12")).isEqualTo(computed);
        assertThat(customer.names.slot(computed).type()).isEqualTo(Type.NUMBER);
        assertThat(customer.feel.header("plan")).isEqualTo(customer.slot("plan"));
        assertThat(customer.feel.header("times(\"sent\", \"*\", \"P7D\")"))
                .isEqualTo(customer.feel.header("times(\"sent\", \"*\", @\"P7D\")"));
        assertThat(catchThrowableOfType(FeelException.class, () -> customer.feel.header("3")))
                .isNotNull();
    }

    @Test
    void aComputedHeaderIsTestedLikeAName() throws FeelException {
        int slot = customer.feel.header("monthly spend * 12");
        org.filorosso.engine.feel.Test test = customer.feel.cell("> 100", slot);
        assertThat(test.test(Numbers.normal(new java.math.BigDecimal("120.0")), 120, customer))
                .isEqualTo(Truth.TRUE);
        customer.with("monthly spend", 10).with("a", 100);
        assertThat(customer.feel.cell("> a", slot).test(null, Double.NaN, customer))
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void clocksAreNames() {
        assertThat(customer.read("today()")).isEqualTo(customer.read("today"));
        assertThat(customer.read("now() - duration(\"PT1H\") < now"))
                .isEqualTo(customer.read("now - @\"PT1H\" < now()"));
        FeelException e = catchThrowableOfType(
                FeelException.class,
                () -> new Feel(new Names(), Vocabulary.open(), Customer.ROME).expression("today()"));
        assertThat(e).hasMessageContaining("not in scope");
    }

    @Test
    void reservedAreScopeAndFunctions() {
        assertThat(Feel.reserved()).contains("today", "segments", "times", "count", "date and time", "matches", "item");
        assertThat(Names.isKeyword("for")).isTrue();
        assertThat(Names.isKeyword("plan")).isFalse();
    }

    @Test
    void slotsReadAreListed() {
        Expr expr =
                customer.read("a + b > 3 and (plan in (\"smart\", city) or some d in deals satisfies d.plan = city)");
        assertThat(expr.slots())
                .containsExactlyInAnyOrder(
                        customer.slot("a"),
                        customer.slot("b"),
                        customer.slot("plan"),
                        customer.slot("city"),
                        customer.slot("deals"));
    }
}
