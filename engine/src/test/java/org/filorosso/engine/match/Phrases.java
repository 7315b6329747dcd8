package org.filorosso.engine.match;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.feel.Feel;
import org.filorosso.engine.feel.FeelException;
import org.filorosso.engine.feel.Names;
import org.filorosso.engine.feel.Vocabulary;

/** Expressions over a {@link RandomScope}: every operator and every function of the language at least once. */
final class Phrases {

    private static final List<String> CONDITIONS = List.of(
            "plan = \"a\"",
            "plan != null and spend > 60",
            "plan = null or not(owns app)",
            "spend between 0 and 60",
            "spend in (1, [59..60], > 100)",
            "plan in (\"a\", \"b\")",
            "if owns app then spend > age else spend < age",
            "some c in contracts satisfies c.plan = \"a\" and c.months > 1",
            "every c in contracts satisfies c.months >= 0",
            "count(contracts[months > 0]) >= 1",
            "contracts[1].plan = \"b\"",
            "abs(spend - age) < 60",
            "all([owns app, spend > 1])",
            "any([owns app, spend > 1])",
            "count(append(segments, city)) > 2",
            "ceiling(spend) = floor(age + 1)",
            "list contains(concatenate(segments, [city]), \"a\")",
            "contains(city, \"0\")",
            "date and time(\"2026-01-01T10:00:00\") < now",
            "date(2026, 1, 1) = since",
            "day of week(since) = \"Thursday\"",
            "day of year(since) > 1",
            "decimal(spend, 1) = decimal(age, 1)",
            "count(distinct values(segments)) = count(segments)",
            "since + duration(\"P1D\") > today()",
            "ends with(city, \"e\") or starts with(city, \"2\")",
            "even(floor(age)) or odd(floor(spend))",
            "exp(0) = log(exp(1))",
            "count(flatten([segments, [city]])) > 3",
            "count(index of(segments, \"a\")) > 0",
            "insert before(segments, 1, city)[1] = \"a\"",
            "lower case(upper case(city)) = city",
            "spend != null and age != null and max([spend, age]) > min([spend, age])",
            "spend != null and age != null and mean([spend, age]) >= median([spend, age])",
            "spend != null and age != null and count(mode([spend, age])) = 1",
            "modulo(age, 7) > 3",
            "month of year(since) = \"January\" or week of year(since) = 1",
            "number(string(age)) = age",
            "product([age, 2]) > sum([spend, 1])",
            "count(remove(segments, 1)) > 0",
            "reverse(segments)[1] = \"a\"",
            "round up(spend, 0) >= round down(spend, 0)",
            "round half up(spend, 1) = round half down(spend, 1)",
            "count(sort(segments)) > 1",
            "sqrt(abs(age)) > 5",
            "stddev([spend, age]) > 1",
            "string join(segments, \"-\") = \"a-b\"",
            "string length(city) > 1",
            "count(sublist(segments, 1, 1)) = 1",
            "substring after(city, \"0\") = substring before(city, \"0\")",
            "substring(city + \"x\", 1, 1) = \"a\"",
            "time(\"10:00:00\") < time(floor(age), 0, 0)",
            "count(union(segments, [city])) > 1",
            "years and months duration(since, today()) >= duration(\"P1M\")",
            "now() > date and time(\"2026-02-01T00:00:00\")",
            "now.hour > 9",
            "times(\"presented\", \"*\", \"P30D\") > 1",
            "case open(\"complaint\")",
            "last event(\"survey\", \"score\") = \"a\"",
            "spend ** 2 > age * 2 - 3 / 4",
            "-spend < age",
            "true",
            "1 > 2",
            "null = null");
    private static final List<String> READING_WHAT_IS_MADE =
            List.of("stage = \"a\"", "\"a\" in segments", "count(segments) > 1 and stage != \"b\"");
    private static final List<String> HEADERS = List.of(
            "spend + age",
            "spend / age",
            "upper case(city)",
            "owns app and spend > 1",
            "contracts.plan",
            "now.year",
            "if owns app then plan else city",
            "since + duration(\"P1M\")",
            "times(\"presented\", \"*\", \"P30D\") * 2");

    private Phrases() {}

    /** Adds the headers to the names, a slot each. */
    static void addHeaders(Names names) {
        Feel feel = feel(names);
        HEADERS.forEach(text -> read(text, () -> names.intern(feel.expression(text))));
    }

    /** Conditions that read neither stage nor segments. */
    static List<Expr> early(Names names) {
        return CONDITIONS.stream()
                .filter(text -> !text.contains("segments"))
                .map(text -> condition(text, names))
                .toList();
    }

    static List<Expr> all(Names names) {
        return Stream.concat(CONDITIONS.stream(), READING_WHAT_IS_MADE.stream())
                .map(text -> condition(text, names))
                .toList();
    }

    static Expr condition(String text, Names names) {
        Feel feel = feel(names);
        return read(text, () -> feel.condition(text));
    }

    static Expr number(String text, Names names) {
        Feel feel = feel(names);
        return read(text, () -> feel.number(text));
    }

    private static Feel feel(Names names) {
        return new Feel(names, Vocabulary.open(), ZoneId.of("Europe/Rome"));
    }

    private interface Reading<T> {
        T read() throws FeelException;
    }

    private static <T> T read(String text, Reading<T> reading) {
        try {
            return reading.read();
        } catch (FeelException e) {
            throw new IllegalStateException(text + ": " + e.message() + ". " + e.hint(), e);
        }
    }
}
