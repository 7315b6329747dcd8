package org.filorosso.engine.playbook.io;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the number of a workbook cell shows, by its number format: a date, a percentage, or just the number. */
enum ShownAs {
    NUMBER,
    PERCENT,
    DATE,
    DATE_TIME,
    TIME;

    private static final Set<Integer> PERCENTS = Set.of(9, 10);
    private static final Set<Integer> TIMES = Set.of(18, 19, 20, 21, 45, 46, 47);
    private static final Set<Integer> DATES =
            Set.of(14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58);
    private static final int DATE_AND_TIME = 22;
    // what a format shows as it stands: quoted, escaped, padded and bracketed text, and all but the first section
    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*]|;.*");
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final int SECONDS = 24 * 60 * 60;
    private static final double LATEST = 2_958_466;
    private static final int LEAP_DAY_1900 = 60;

    /** By the number of a format that every program knows. */
    static ShownAs of(int format) {
        if (format == DATE_AND_TIME) {
            return DATE_TIME;
        }
        if (PERCENTS.contains(format)) {
            return PERCENT;
        }
        return DATES.contains(format) ? DATE : TIMES.contains(format) ? TIME : NUMBER;
    }

    /** By the code of a format: {@code dd/mm/yyyy}. */
    static ShownAs of(String format) {
        String code = LITERALS.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
        if (code.contains("general")) {
            return NUMBER;
        }
        boolean time = code.indexOf('h') >= 0 || code.indexOf('s') >= 0;
        boolean date = code.indexOf('y') >= 0 || code.indexOf('d') >= 0 || (code.indexOf('m') >= 0 && !time);
        if (date) {
            return time ? DATE_TIME : DATE;
        }
        return time ? TIME : code.indexOf('%') >= 0 ? PERCENT : NUMBER;
    }

    /**
     * What a cell shows.
     *
     * @param value number in the file
     * @param from1904 days count from 1904, else from 1900
     * @throws NumberFormatException if it is no finite number
     */
    String text(String value, boolean from1904) {
        double number = Double.parseDouble(value);
        if (!Double.isFinite(number)) {
            throw new NumberFormatException(value);
        }
        boolean isDay = number >= 0 && number < LATEST;
        return switch (this) {
            case PERCENT -> plain(number, 2) + "%";
            case DATE -> isDay ? date(number, from1904).toString() : plain(number, 0);
            case DATE_TIME -> isDay ? dateAndTime(number, from1904) : plain(number, 0);
            case TIME -> isDay ? time(seconds(number) % SECONDS).toString() : plain(number, 0);
            case NUMBER -> plain(number, 0);
        };
    }

    // spreadsheet programs show 15 digits, and some store the noise behind them
    private static String plain(double number, int shift) {
        BigDecimal shown = new BigDecimal(Double.toString(number)).round(DIGITS).movePointRight(shift);
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }

    private static String dateAndTime(double number, boolean from1904) {
        long seconds = seconds(number);
        return date(seconds / SECONDS, from1904) + "T" + time(seconds % SECONDS);
    }

    private static long seconds(double number) {
        return Math.round(number * SECONDS);
    }

    private static LocalTime time(long seconds) {
        return LocalTime.ofSecondOfDay(seconds);
    }

    // day 60 is a 29 February 1900 that never was
    private static LocalDate date(double number, boolean from1904) {
        long day = (long) Math.floor(number);
        if (from1904) {
            return LocalDate.of(1904, 1, 1).plusDays(day);
        }
        return LocalDate.of(1899, 12, day < LEAP_DAY_1900 ? 31 : 30).plusDays(day);
    }
}
