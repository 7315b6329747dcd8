package org.filorosso.engine.feel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the parser would take, recover from or silently read as something else is refused, with words that help. */
class RefusalTest {
    private final Customer customer = new Customer();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "a => 3 # >=",
                "a <> 3 # !=",
                "a == 3 # Maybe =",
                "a > 0,5 # 0.5",
                "20% # 0.2",
                "active && loyal # and",
                "city = 'x' # double quotes",
                "city = \u201cx\u201d # straight quotes",
                "city = \"x # not closed",
                "a = 3 // why # comment",
                "a /* why */ = 3 # comment",
                "now > today # date(now)",
                "plan > 3 # cannot be compared",
                "today > \"2026-01-01\" # date(\"2026-01-01\")",
                "today > 2026-01-01 # date(\"2026-01-01\")",
                "2026-01-01 # date(\"2026-01-01\")",
                "segments = \"vip\" # list contains",
                "active < true # no order",
                "a > null # null",
                "a < b < c # cannot be compared",
                "plan = \"smrt\" # smart",
                "plan in (\"smrt\", \"at risk\") # smart",
                "list contains(segments, \"vipp\") # vip",
                "\"vipp\" in segments # vip",
                "every s in segments satisfies s = \"vipp\" # vip",
                "mothly spend > 3 # monthly spend",
                "Plan = \"smart\" # plan",
                "timess(\"x\", \"*\", \"P7D\") # times",
                "a between 5 and 3 # other way round",
                "a in [5..3] # other way round",
                "a in (3..3) # No value",
                "1 / 0 # no value",
                "date(\"2026-13-01\") # no value",
                "duration(\"P1M3D\") # no value",
                "2 ** 100000 # no value",
                "1e31 # out of range",
                "0.00000000000000000000000000000000000000001 # out of range",
                "born.yeer # year",
                "city.year # has no",
                "some d in deals satisfies d.plam = \"x\" # plan",
                "deals[nosuch = 2] # nosuch",
                "if plan then 1 else 2 # yes/no",
                "if active then 1 else \"x\" # else",
                "not(a) # yes/no",
                "a and active # yes/no",
                "active and a in [1..5] or b = 2 # brackets",
                "? > 3 # column",
                "a + # read",
                "a > 3 b # read",
                "if active then 1 # read",
            })
    void namesTheFaultAndAWayOut(String text, String words) {
        FeelException e = catchThrowableOfType(FeelException.class, () -> customer.feel.expression(text));
        assertThat(e).as(text).isNotNull();
        assertThat(e.message() + " " + e.hint()).contains(words);
        assertThat(e.offset()).isBetween(0, text.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "external",
                "function(x) x",
                "function(x) external {java: {class: \"java.lang.Math\", method signature: \"abs(int)\"}}",
                "matches(city, \"(a+)+\")",
                "replace(city, \"a\", \"b\")",
                "split(city, \",\")",
                "for s in segments return s",
                "some i in 1..3 satisfies i = 2",
                "some i in [1..3] satisfies i = 2",
                "count([1..3])",
                "[1..3]",
                "(< 3)",
                "a instance of number",
                "get value(contracts[1], \"x\")",
                "context put(contracts[1], \"x\", 1)",
                "context merge(contracts)",
                "context([])",
                "get entries(contracts[1])",
                "decision table(1)",
                "sort(segments, function(x, y) x < y)",
                "list replace(segments, function(x, y) true, \"a\")",
                "string(\"%s\", a)",
                "substring(string: city, start position: 1)",
                "{a: 1}",
                "{a: 1}.a",
                "contracts...plan",
                "undefined",
                "a.b(3)",
                "range(\"[1..3]\")",
                "is(a, b)",
                "code(\"x\")",
                "invoke(\"x\", \"y\", \"z\", a)",
                "-city",
                "today + today",
                "city + 1",
                "sum(city)",
                "segments.x",
                "a[1]",
                "segments[city]",
            })
    void keepsToTheAllowList(String text) {
        assertThat(catchThrowableOfType(FeelException.class, () -> customer.feel.expression(text)))
                .as(text)
                .isNotNull();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "a # > 5 and < 9 # [5..9]",
                "a # > 5 or < 3 # value is needed",
                "a # => 3 # >=",
                "a # <> 3 # !=",
                "a # > 0,5 # 0.5",
                "a # 20% # 0.2",
                "a # [5..3] # other way round",
                "a # [3..3) # No value",
                "a # \"x\" # cannot be compared",
                "a # > \"5\" # cannot be compared",
                "a # 2026-01-01 # subtraction",
                "a # 1,, 2 # missing",
                "a # b > 3 # does not test",
                "a # > > 5 # value is needed",
                "a # yes # yes",
                "a # > null # null",
                "plan # smrt # smart",
                "plan # smart, # missing",
                "plan # smart or at risk # one of",
                "plan # = \"smrt\" # smart",
                "plan # > 3 # cannot be compared",
                "plan # city = \"x\" # does not test",
                "city # Bank transfer (automatic) # Bank",
                "city # \"a # not closed",
                "city # not(Roma # read",
                "active # 1 # cannot be compared",
                "active # maybe # maybe",
                "active # loyal and a > 3 # does not test",
                "segments # vipp # vip",
                "segments # not(vipp) # vip",
                "segments # = \"vip\" # list contains",
                "contracts # 3 # cannot be compared",
                "born # \"2026-01-01\" # date",
                "born # [2026-12-31..2026-01-01] # other way round",
                "born # 2026-13-01 # no value",
                "born # < 2026-01-01T10:00 # cannot be compared",
                "born # 31/12/2026 # 2026-12-31",
                "born # > now # cannot be compared",
                "seen # < 2026-01-01 # T00:00",
                "a # - # no test",
            })
    void refusesCellsThatAreNoTestOfTheirColumn(String column, String cell, String words) {
        int slot = customer.slot(column);
        FeelException e = catchThrowableOfType(FeelException.class, () -> customer.feel.cell(cell, slot));
        assertThat(e).as(cell).isNotNull();
        assertThat(e.message() + " " + e.hint()).contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "city", "today", "null", "[true]", "if active then 1 else 2"})
    void aConditionYieldsYesOrNo(String text) {
        assertThat(catchThrowableOfType(FeelException.class, () -> customer.feel.condition(text)))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"active", "\"5\"", "today", "null"})
    void aFigureYieldsANumber(String text) {
        assertThat(catchThrowableOfType(FeelException.class, () -> customer.feel.number(text)))
                .isNotNull();
    }
}
