package org.filorosso.engine.feel;

import static org.filorosso.engine.feel.StandardFunction.Signature.form;
import static org.filorosso.engine.feel.StandardFunction.Signature.like;
import static org.filorosso.engine.feel.StandardFunction.Signature.many;
import static org.filorosso.engine.feel.StandardFunction.Signature.oneOf;
import static org.filorosso.engine.feel.Type.ANY;
import static org.filorosso.engine.feel.Type.BOOLEAN;
import static org.filorosso.engine.feel.Type.DATE;
import static org.filorosso.engine.feel.Type.DATE_TIME;
import static org.filorosso.engine.feel.Type.DURATION;
import static org.filorosso.engine.feel.Type.MONTHS;
import static org.filorosso.engine.feel.Type.NUMBER;
import static org.filorosso.engine.feel.Type.STRING;
import static org.filorosso.engine.feel.Type.STRINGS;
import static org.filorosso.engine.feel.Type.TIME;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.filorosso.engine.feel.StandardFunction.Body;
import org.filorosso.engine.feel.StandardFunction.Signature;
import org.kie.dmn.feel.runtime.functions.BuiltInFunctions;

/**
 * The standard functions that a playbook may call. Left out are those that read the clock, take a regular expression or
 * a function, format by a mask, or work on contexts or ranges. Drools' own function objects compute all but the few
 * whose own depend on the machine's language, are two-valued or may run for ever.
 */
final class Standard {
    static final Map<String, StandardFunction> FUNCTIONS = new TreeMap<>();

    private static final Type LIST = Type.list(ANY);
    private static final Type NUMBERS = Type.list(NUMBER);
    private static final BigDecimal MAX_EXPONENT = BigDecimal.valueOf(1000);

    static {
        texts();
        numbers();
        aggregates();
        lists();
        times();
    }

    private Standard() {}

    private static void texts() {
        theirs("substring", form(STRING, STRING, NUMBER), form(STRING, STRING, NUMBER, NUMBER));
        theirs("string length", form(NUMBER, STRING));
        ours("upper case", (a, zone) -> ((String) text(a)).toUpperCase(Locale.ROOT), form(STRING, STRING));
        ours("lower case", (a, zone) -> ((String) text(a)).toLowerCase(Locale.ROOT), form(STRING, STRING));
        theirs("substring before", form(STRING, STRING, STRING));
        theirs("substring after", form(STRING, STRING, STRING));
        for (String test : List.of("contains", "starts with", "ends with")) {
            theirs(test, form(BOOLEAN, STRING, STRING));
        }
        theirs("string join", form(STRING, STRINGS), form(STRING, STRINGS, STRING));
        theirs("string", form(STRING, ANY));
    }

    private static void numbers() {
        theirs("number", form(NUMBER, STRING), form(NUMBER, STRING, STRING, STRING));
        theirs("decimal", form(NUMBER, NUMBER, NUMBER));
        for (String round : List.of("floor", "ceiling", "round up", "round down", "round half up", "round half down")) {
            theirs(round, form(NUMBER, NUMBER), form(NUMBER, NUMBER, NUMBER));
        }
        theirs("abs", form(NUMBER, NUMBER), form(DURATION, DURATION), form(MONTHS, MONTHS));
        theirs("modulo", form(NUMBER, NUMBER, NUMBER));
        theirs("sqrt", form(NUMBER, NUMBER));
        theirs("log", form(NUMBER, NUMBER));
        ours("exp", Standard::exp, form(NUMBER, NUMBER));
        theirs("even", form(BOOLEAN, NUMBER));
        theirs("odd", form(BOOLEAN, NUMBER));
    }

    private static void aggregates() {
        for (String of : List.of("sum", "mean", "median", "stddev", "product")) {
            theirs(of, form(NUMBER, NUMBERS), many(NUMBER, NUMBER));
        }
        for (String of : List.of("min", "max")) {
            theirs(
                    of,
                    oneOf(NUMBER),
                    oneOf(STRING),
                    oneOf(DATE),
                    oneOf(DATE_TIME),
                    oneOf(DURATION),
                    oneOf(MONTHS),
                    many(NUMBER, NUMBER),
                    many(STRING, STRING),
                    many(DATE, DATE),
                    many(DATE_TIME, DATE_TIME),
                    many(DURATION, DURATION),
                    many(MONTHS, MONTHS));
        }
        theirs("mode", form(NUMBERS, NUMBERS), many(NUMBERS, NUMBER));
        theirs("count", form(NUMBER, LIST));
        for (String of : List.of("all", "any")) {
            theirs(of, form(BOOLEAN, Type.list(BOOLEAN)), many(BOOLEAN, BOOLEAN));
        }
    }

    private static void lists() {
        ours("list contains", (a, zone) -> Lists.contains(a.get(0), a.get(1)).value(), form(BOOLEAN, LIST, ANY));
        theirs("sublist", like(LIST, NUMBER), like(LIST, NUMBER, NUMBER));
        theirs("append", new Signature(List.of(LIST, ANY), true, types -> LIST));
        theirs("concatenate", many(LIST, LIST));
        theirs("union", many(LIST, LIST));
        theirs("insert before", form(LIST, LIST, NUMBER, ANY));
        theirs("remove", like(LIST, NUMBER));
        theirs("reverse", like(LIST));
        theirs("index of", form(NUMBERS, LIST, ANY));
        theirs("distinct values", like(LIST));
        theirs("flatten", form(LIST, LIST));
        theirs("sort", like(LIST));
    }

    private static void times() {
        theirs("date", form(DATE, STRING), form(DATE, NUMBER, NUMBER, NUMBER), form(DATE, DATE), form(DATE, DATE_TIME));
        theirs("date and time", form(DATE_TIME, STRING), form(DATE_TIME, DATE, TIME));
        theirs("time", form(TIME, STRING), form(TIME, NUMBER, NUMBER, NUMBER));
        ours("duration", (a, zone) -> Temporals.duration((String) text(a)), form(ANY, STRING));
        theirs("years and months duration", form(MONTHS, DATE, DATE), form(MONTHS, DATE_TIME, DATE_TIME));
        for (String number : List.of("day of year", "week of year")) {
            theirs(number, form(NUMBER, DATE), form(NUMBER, DATE_TIME));
        }
        for (String name : List.of("day of week", "month of year")) {
            theirs(name, form(STRING, DATE), form(STRING, DATE_TIME));
        }
    }

    private static Object text(List<?> arguments) {
        return arguments.get(0);
    }

    private static @org.jspecify.annotations.Nullable Object exp(List<?> arguments, java.time.ZoneId zone) {
        boolean small = arguments.get(0) instanceof BigDecimal x && x.abs().compareTo(MAX_EXPONENT) <= 0;
        return small ? Kie.call(BuiltInFunctions.getFunction("exp"), List.copyOf(arguments), zone) : null;
    }

    private static void theirs(String name, Signature... forms) {
        ours(name, Body.of(BuiltInFunctions.getFunction(name)), forms);
    }

    private static void ours(String name, Body body, Signature... forms) {
        FUNCTIONS.put(name, new StandardFunction(name, List.of(forms), body));
    }

    /** All functions that may be called, for hints. */
    static Collection<String> names() {
        Collection<String> names = new TreeSet<>(FUNCTIONS.keySet());
        names.addAll(List.of("not", "today", "now"));
        for (HistoryCall.Function function : HistoryCall.Function.values()) {
            names.add(function.words());
        }
        return names;
    }

    /** The function that reads the text of an at-literal. */
    static String constructorOf(String text) {
        if (text.startsWith("P") || text.startsWith("-P")) {
            return "duration";
        }
        return text.contains("T") ? "date and time" : text.contains(":") ? "time" : "date";
    }
}
