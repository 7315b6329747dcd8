package org.filorosso.engine.feel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kie.dmn.feel.FEEL;
import org.kie.dmn.feel.lang.impl.FEELBuilder;

/** Where nothing is missing, our evaluation agrees with Drools' own interpreter; and what is printed reads back equal. */
class OracleTest {
    private static final int SENTENCES = 600;

    private final FEEL oracle = FEELBuilder.builder().build();

    private static Map<String, Object> facts(Random random) {
        Map<String, Object> facts = new HashMap<>();
        for (String name : List.of("a", "b", "c", "monthly spend", "tenure months")) {
            facts.put(name, Numbers.normal(new BigDecimal(random.nextInt(80) - 20).divide(BigDecimal.valueOf(4))));
        }
        facts.put("city", random.nextBoolean() ? "Rome" : "Turin");
        facts.put("other city", random.nextBoolean() ? "Rome" : "o");
        facts.put("plan", random.nextBoolean() ? "smart" : "2G");
        facts.put("active", random.nextBoolean());
        facts.put("loyal", random.nextBoolean());
        facts.put("segments", random.nextBoolean() ? List.of("vip", "o") : List.of());
        facts.put("born", LocalDate.of(2024, 2, 29).plusDays(random.nextInt(900)));
        facts.put("today", LocalDate.of(2026, 3, 2));
        facts.put("deals", List.of(deal(random), deal(random)));
        return facts;
    }

    private static Map<String, Object> deal(Random random) {
        return Map.of("plan", "smart", "months left", Numbers.normal(BigDecimal.valueOf(random.nextInt(24))));
    }

    @Test
    void agreesWithTheInterpreter() {
        Random random = new Random(20260302);
        Sentences sentences = new Sentences(7);
        for (int i = 0; i < SENTENCES; i++) {
            String text = i % 3 == 0 ? sentences.number(3) : sentences.condition(3);
            Map<String, Object> facts = facts(random);
            Customer customer = new Customer();
            facts.forEach(customer::with);
            Object ours = customer.says(text);
            Object theirs = oracle.evaluate(text, facts);
            assertThat(Values.same(ours, theirs))
                    .as("%s over %s: ours %s, theirs %s", text, facts, ours, theirs)
                    .isTrue();
        }
    }

    @Test
    void whatIsPrintedReadsBackEqual() {
        Sentences sentences = new Sentences(11);
        Customer customer = new Customer();
        for (int i = 0; i < SENTENCES; i++) {
            Expr expr = customer.read(i % 3 == 0 ? sentences.number(3) : sentences.condition(3));
            Expr again = customer.read(expr.text());
            assertThat(again).as(expr.text()).isEqualTo(expr).hasSameHashCodeAs(expr);
            assertThat(again.text()).isEqualTo(expr.text());
        }
    }

    @Test
    void cellsThatArePrintedReadBackEqual() {
        Sentences sentences = new Sentences(13);
        Customer customer = new Customer();
        for (int i = 0; i < SENTENCES / 3; i++) {
            String cell = "> " + sentences.number(2) + ", not([1..5], missing), ? = 3 and " + sentences.condition(1);
            org.filorosso.engine.feel.Test test = customer.cell("a", cell);
            assertThat(customer.cell("a", test.text())).as(test.text()).isEqualTo(test);
        }
    }
}
