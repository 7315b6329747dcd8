package org.filorosso.engine.feel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.filorosso.engine.feel.Test.Compare;
import org.filorosso.engine.feel.Test.ContainsAny;
import org.filorosso.engine.feel.Test.OneOf;
import org.filorosso.engine.feel.Test.Range;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cell means what a marketer reads in it, and simple cells come out in the few forms that the matcher indexes. */
class CellTest {
    private final Customer customer = new Customer()
            .with("a", 3)
            .with("b", 3.0)
            .with("plan", "smart")
            .with("city", "Reggio nell'Emilia")
            .with("active", true)
            .with("segments", List.of("vip"))
            .with("born", LocalDate.of(2026, 1, 1))
            .with("seen", java.time.LocalDateTime.of(2026, 1, 1, 10, 0).atZone(Customer.ROME));

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "a # 3 # TRUE",
                "a # 3.00 # TRUE",
                "a # 3e0 # TRUE",
                "a # -3 # FALSE",
                "a # = b # TRUE",
                "a # < 3.0000000000000000000000000001 # TRUE",
                "a # > 2.9999999999999999999999999999 # TRUE",
                "a # 3.0000000000000000000000000001 # FALSE",
                "a # [1..3] # TRUE",
                "a # [1..3) # FALSE",
                "a # ]1..3[ # FALSE",
                "a # (3..5] # FALSE",
                "a # < 3, > 5 # FALSE",
                "a # not(< 3, > 5) # TRUE",
                "a # not(1, 2) # TRUE",
                "a # 1, [3..4] # TRUE",
                "a # ? > 2 and ? < 4 # TRUE",
                "a # even(?) # FALSE",
                "a # >= b - 1 # TRUE",
                "a # [b..10] # TRUE",
                "a # not(missing) # TRUE",
                "plan # smart # TRUE",
                "plan # at risk, smart # TRUE",
                "plan # \"at risk\", smart # TRUE",
                "plan # not(smart) # FALSE",
                "plan # not(at risk, for sale) # TRUE",
                "plan # Month-to-month # FALSE",
                "plan # 2G # FALSE",
                "plan # true # FALSE",
                "plan # for sale # FALSE",
                "plan # != smart # FALSE",
                "plan # = smart # TRUE",
                "plan # starts with(?, \"sm\") # TRUE",
                "plan # not(starts with(?, \"sm\")) # FALSE",
                "plan # = other city # UNKNOWN",
                "city # Reggio nell'Emilia # TRUE",
                "city # Reggio  nell'Emilia, Forlì # TRUE",
                "city # Forlì, Città di Castello # FALSE",
                "city # \"Roma, Lazio\", \"say \\\"hi\\\"\" # FALSE",
                "city # plan # FALSE",
                "active # yes # TRUE",
                "active # no # FALSE",
                "active # not(no) # TRUE",
                "active # true # TRUE",
                "active # yes, no # TRUE",
                "active # ? and a = 3 # TRUE",
                "segments # vip # TRUE",
                "segments # family # FALSE",
                "segments # vip, family # TRUE",
                "segments # not(vip) # FALSE",
                "segments # not(family) # TRUE",
                "segments # \"vip\" # TRUE",
                "segments # count(?) = 1 # TRUE",
                "segments # list contains(?, \"vip\") # TRUE",
                "segments # = [\"vip\"] # TRUE",
                "born # 2026-01-01 # TRUE",
                "born # < 2026-01-01 # FALSE",
                "born # <= 2026-01-01 # TRUE",
                "born # [2026-01-01..2026-12-31] # TRUE",
                "born # not(2026-01-01) # FALSE",
                "born # 2025-12-31, 2026-01-01 # TRUE",
                "born # date(\"2026-01-01\") # TRUE",
                "born # @\"2026-01-01\" # TRUE",
                "born # < today - duration(\"P30D\") # TRUE",
                "born # ?.year = 2026 # TRUE",
                "seen # 2026-01-01T10:00 # TRUE",
                "seen # < 2026-01-01T10:00:01 # TRUE",
                "seen # > now - duration(\"P1Y\") # TRUE",
            })
    void means(String column, String cell, Truth expected) {
        assertThat(customer.fits(column, cell)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "a # 60.0 # 60",
                "a # [3..3] # 3",
                "a # 1, 1.0 # 1",
                "a # 2, 1 # 1, 2",
                "a # not(< 3) # >= 3",
                "a # not(not(3)) # 3",
                "a # not(3) # != 3",
                "a # not(null) # not(missing)",
                "a # 60 * 60 # 3600",
                "a # - 5 # -5",
                "plan # \"smart\" # \"smart\"",
                "active # not(yes) # false",
                "born # 2026-01-01 # date(\"2026-01-01\")",
                "a # missing, missing # missing",
            })
    void isNormalised(String column, String cell, String canonical) {
        assertThat(customer.cell(column, cell).text()).isEqualTo(canonical);
        assertThat(customer.cell(column, canonical).text()).isEqualTo(canonical);
    }

    @org.junit.jupiter.api.Test
    void simpleCellsTakeIndexableForms() {
        assertThat(customer.cell("a", "3")).isEqualTo(Compare.of(Op.EQ, java.math.BigDecimal.valueOf(3)));
        assertThat(customer.cell("a", "< 3")).isInstanceOf(Compare.class);
        assertThat(customer.cell("a", "[1..3)")).isInstanceOf(Range.class);
        assertThat(customer.cell("plan", "smart, at risk")).isEqualTo(new OneOf(Set.of("smart", "at risk")));
        assertThat(customer.cell("segments", "vip, family")).isEqualTo(new ContainsAny(Set.of("family", "vip")));
        assertThat(customer.cell("plan", "not(smart)")).isEqualTo(Compare.of(Op.NE, "smart"));
        assertThat(customer.cell("a", "> b").slots()).containsExactly(customer.slot("a"), customer.slot("b"));
    }

    @org.junit.jupiter.api.Test
    void equalCellsAreEqualAndShared() {
        assertThat(customer.cell("a", "1, 2"))
                .isEqualTo(customer.cell("a", "2, 1.0"))
                .hasSameHashCodeAs(customer.cell("a", "2,   1.0"));
        assertThat(customer.cell("a", "> 7")).isSameAs(customer.cell("a", "> 7"));
    }

    /** Cells read without the parser are what the parser would have read. */
    @org.junit.jupiter.api.Test
    void shortCellsAreWhatTheParserReads() throws FeelException {
        Scope scope = Scope.of(customer.names, Vocabulary.open(), Customer.ROME);
        Cells parser = new Cells(scope, Scope.read(customer.names, customer.slot("a")));
        int brief = 0;
        for (String cell :
                "3;3.0;007;0;0.50;>3;>= 3;< 3;<=3;!= 3;= 3;[1..2];(1..2);[1.0..20);( 1 .. 2 ];-3;1e3;3, 4".split(";")) {
            org.filorosso.engine.feel.Test read = ShortCells.read(cell);
            brief += read == null ? 0 : 1;
            assertThat(read == null ? parser.read(cell) : read).as(cell).isEqualTo(parser.read(cell));
        }
        assertThat(brief).isEqualTo(15);
        for (String cell : "=> 3;<> 3;[3..1];[1..1);> 0,5;3.;.5;3 4;> > 3;20%;[1..;3]".split(";")) {
            assertThat(ShortCells.read(cell)).as(cell).isNull();
        }
    }
}
