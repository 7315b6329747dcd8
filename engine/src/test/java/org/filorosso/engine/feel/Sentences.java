package org.filorosso.engine.feel;

import java.util.Random;

/** Random well-typed expressions over {@link Customer}, of the part of the language that Drools' interpreter shares. */
final class Sentences {
    private final Random random;

    Sentences(long seed) {
        random = new Random(seed);
    }

    String condition(int depth) {
        if (depth == 0) {
            return pick("active", "loyal", "active = true", "true", "a = 3", "plan = \"smart\"");
        }
        return switch (random.nextInt(13)) {
            case 0 -> condition(depth - 1) + " and " + conjunct(depth - 1);
            case 1 -> condition(depth - 1) + " or " + condition(depth - 1);
            case 2 -> "not(" + condition(depth - 1) + ")";
            case 3 -> "(" + condition(depth - 1) + ")";
            case 4 -> number(depth - 1) + " " + operator() + " " + number(depth - 1);
            case 5 -> number(depth - 1) + " in (" + range() + ", " + number(depth - 1) + ", " + tail() + ")";
            case 6 -> text(depth - 1) + " " + operator() + " " + text(depth - 1);
            case 7 -> number(depth - 1) + " between -99 and " + number(depth - 1);
            case 8 -> date(depth - 1) + " " + operator() + " " + date(depth - 1);
            case 9 ->
                pick("some", "every") + " d in deals satisfies (d.months left " + operator() + " " + number(depth - 1)
                        + ")";
            case 10 -> "(" + pick("city", "other city", "\"vip\"") + " in segments)";
            case 11 -> pick("contains", "starts with", "ends with") + "(" + text(depth - 1) + ", " + text(0) + ")";
            default ->
                "(if " + condition(depth - 1) + " then " + condition(depth - 1) + " else " + condition(depth - 1) + ")";
        };
    }

    private String conjunct(int depth) {
        return "(" + condition(depth) + ")";
    }

    String number(int depth) {
        if (depth == 0) {
            return pick("a", "b", "c", "monthly spend", "tenure months", literal());
        }
        return switch (random.nextInt(11)) {
            case 0 -> "(" + number(depth - 1) + " + " + number(depth - 1) + ")";
            case 1 -> "(" + number(depth - 1) + " - " + number(depth - 1) + ")";
            case 2 -> "(" + number(depth - 1) + " * " + number(depth - 1) + ")";
            case 3 -> "(" + number(depth - 1) + " / " + (1 + random.nextInt(9)) + ")";
            case 4 -> "(" + number(0) + " ** " + random.nextInt(4) + ")";
            case 5 -> "(if " + condition(depth - 1) + " then " + number(depth - 1) + " else " + number(depth - 1) + ")";
            case 6 -> pick("floor", "ceiling", "round half up") + "(" + number(depth - 1) + pick("", ", 1") + ")";
            case 7 ->
                pick("sum", "min", "max", "mean", "median") + "([" + number(depth - 1) + ", " + number(depth - 1)
                        + "])";
            case 8 ->
                pick("count(segments)", "string length(city)", "today.year", "born.month", "deals[1].months left");
            case 9 -> "count(deals[months left " + operator() + " " + number(0) + "])";
            default -> "modulo(" + number(depth - 1) + ", " + (1 + random.nextInt(9)) + ")";
        };
    }

    private String text(int depth) {
        if (depth == 0) {
            return pick("city", "other city", "\"o\"", "\"Rome\"", "\"vip\"");
        }
        return switch (random.nextInt(5)) {
            case 0 -> pick("upper case", "lower case") + "(" + text(depth - 1) + ")";
            case 1 -> "substring(" + text(depth - 1) + " + \"pad\", 1, " + (1 + random.nextInt(3)) + ")";
            case 2 -> "(" + text(depth - 1) + " + " + text(depth - 1) + ")";
            case 3 -> "string join([" + text(depth - 1) + ", " + text(0) + "], \"-\")";
            default -> text(0);
        };
    }

    private String date(int depth) {
        String length = "duration(\"P" + random.nextInt(400) + "D\")";
        String months = "duration(\"P" + random.nextInt(30) + "M\")";
        return depth == 0
                ? pick("today", "born", "date(\"2026-02-28\")")
                : "(" + date(depth - 1) + pick(" - ", " + ") + pick(length, months) + ")";
    }

    private String operator() {
        return pick("=", "!=", "<", "<=", ">", ">=");
    }

    private String range() {
        int low = random.nextInt(20) - 10;
        return pick("[", "(") + low + ".." + (low + 1 + random.nextInt(9)) + pick("]", ")");
    }

    private String tail() {
        return pick("< ", "> ", "<= ", ">= ") + literal();
    }

    private String literal() {
        return pick("", "-") + random.nextInt(30) + pick("", ".5", ".25");
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
