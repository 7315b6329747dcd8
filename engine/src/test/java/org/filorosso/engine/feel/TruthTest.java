package org.filorosso.engine.feel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A test over a missing value is unknown, however it is written, and unknown spreads as Kleene says. */
class TruthTest {
    private final Customer nobody = new Customer();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a = 3",
                "a != 3",
                "a < 3",
                "3 > a",
                "a = b",
                "a in [1..5]",
                "a in (1, 2)",
                "a in (b, 3)",
                "a between 1 and 5",
                "a between b and 5",
                "not(a = 3)",
                "not(plan = \"smart\")",
                "plan = \"smart\"",
                "plan != \"smart\"",
                "\"vip\" in segments",
                "list contains(segments, \"vip\")",
                "contains(city, \"x\")",
                "active",
                "not(active)",
                "active = true",
                "born < today",
                "some c in contracts satisfies c.plan = \"x\"",
                "every c in contracts satisfies c.plan = \"x\"",
                "count(segments) > 2",
                "a + 1 > 3",
                "-a < 0",
                "sum(a, 1) > 0",
                "a / 0 = 1",
                "1 / c > 0",
                "if active then true else false",
                "active and a = 1",
                "active or loyal",
                "segments = [\"vip\"]",
                "days since(\"accepted\", \"*\") < 3",
            })
    void missingIsUnknown(String condition) {
        assertThat(nobody.with("c", 0).asks(condition)).isEqualTo(Truth.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "a = null # TRUE",
                "a != null # FALSE",
                "null = null # TRUE",
                "a in (null) # TRUE",
                "a in (null, 3) # TRUE",
                "active and false # FALSE",
                "false and active # FALSE",
                "active or true # TRUE",
                "true or active # TRUE",
                "active and true # UNKNOWN",
                "active or false # UNKNOWN",
                "a between 6 and 5 + b # UNKNOWN",
                "b = 7 and a between 8 and b # FALSE",
                "any([active, true]) # TRUE",
                "all([active, false]) # FALSE",
            })
    void nullAndKleene(String condition, Truth expected) {
        Customer customer = condition.startsWith("b") ? nobody.with("b", 7) : nobody;
        if (condition.equals("b = 7 and a between 8 and b")) {
            customer.with("a", 5);
        }
        assertThat(customer.asks(condition)).isEqualTo(expected);
    }

    @Test
    void quantifiersCountWhatTheyKnow() {
        Map<String, Object> known = Map.of("x", Numbers.normal(new java.math.BigDecimal("1")));
        nobody.with("contracts", List.of(Map.of(), known));
        assertThat(nobody.asks("some c in contracts satisfies c.x = 1")).isEqualTo(Truth.TRUE);
        assertThat(nobody.asks("some c in contracts satisfies c.x = 2")).isEqualTo(Truth.UNKNOWN);
        assertThat(nobody.asks("every c in contracts satisfies c.x = 1")).isEqualTo(Truth.UNKNOWN);
        assertThat(nobody.asks("every c in contracts satisfies c.x = 2")).isEqualTo(Truth.FALSE);
        nobody.with("contracts", List.of());
        assertThat(nobody.asks("some c in contracts satisfies c.x = 1")).isEqualTo(Truth.FALSE);
        assertThat(nobody.asks("every c in contracts satisfies c.x = 1")).isEqualTo(Truth.TRUE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "a # < 3",
                "a # not(< 3)",
                "a # not(1, 2)",
                "a # [1..5]",
                "a # 1, 2",
                "a # != 3",
                "a # < b",
                "plan # smart",
                "plan # not(smart)",
                "plan # not(smart, at risk)",
                "active # yes",
                "active # not(yes)",
                "segments # vip",
                "segments # not(vip)",
                "segments # vip, family",
                "born # < 2026-01-01",
                "born # < today",
            })
    void missingIsUnknownInCells(String column, String cell) {
        assertThat(nobody.fits(column, cell)).isEqualTo(Truth.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "a # missing # TRUE",
                "a # null # TRUE",
                "a # not(missing) # FALSE",
                "a # missing, < 3 # TRUE",
                "a # not(missing), < 3 # UNKNOWN",
                "a # not(missing, < 3) # FALSE",
                "plan # missing, smart # TRUE",
                "segments # missing # TRUE",
            })
    void absenceIsAskedForByName(String column, String cell, Truth expected) {
        assertThat(nobody.fits(column, cell)).isEqualTo(expected);
    }

    @Test
    void kleeneTables() {
        for (Truth left : Truth.values()) {
            for (Truth right : Truth.values()) {
                assertThat(left.and(right)).isEqualTo(Truth.values()[Math.min(left.ordinal(), right.ordinal())]);
                assertThat(left.or(right)).isEqualTo(Truth.values()[Math.max(left.ordinal(), right.ordinal())]);
                assertThat(left.and(right).not()).isEqualTo(left.not().or(right.not()));
            }
        }
    }
}
