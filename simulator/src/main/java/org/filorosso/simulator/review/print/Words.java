package org.filorosso.simulator.review.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.filorosso.engine.feel.Span;
import org.jspecify.annotations.Nullable;

/**
 * The words of one language: sentence templates, numbers, dates, lists. What stands between back quotes in a text is
 * code; back quotes in what was typed are replaced so that they cannot pose as such.
 */
public final class Words {

    /** The languages there are sentences for. */
    public static final List<String> LANGUAGES = List.of("en", "it");

    private static final int DIGITS = 10;
    private static final int MONTHS = 12;

    private final Locale locale;
    private final Properties templates = new Properties();

    private Words(String language) {
        this.locale = Locale.forLanguageTag(language);
        String file = "words_" + language + ".properties";
        try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(file), file)) {
            templates.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " of the class path cannot be read", e);
        }
    }

    /**
     * The words of a language.
     *
     * @throws IllegalArgumentException when it is none of {@link #LANGUAGES}
     */
    public static Words of(String language) {
        if (!LANGUAGES.contains(language)) {
            throw new IllegalArgumentException(
                    "The language (" + language + ") has no sentences. Maybe one of " + String.join(", ", LANGUAGES));
        }
        return new Words(language);
    }

    String language() {
        return locale.getLanguage();
    }

    Properties templates() {
        return templates;
    }

    /**
     * A template with its places filled; what is filled in is not read again.
     *
     * @throws IllegalArgumentException when there is no such template
     */
    String say(String key, Object... filling) {
        String template = templates.getProperty(key);
        if (template == null) {
            throw new IllegalArgumentException("The sentence (" + key + ") is in no words of " + language());
        }
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < template.length(); i++) {
            boolean place = template.charAt(i) == '{' && i + 2 < template.length() && template.charAt(i + 2) == '}';
            if (place) {
                said.append(filling[template.charAt(i + 1) - '0']);
                i += 2;
            } else {
                said.append(template.charAt(i));
            }
        }
        return said.toString();
    }

    /** {@code a, b or c}. */
    String or(List<String> parts) {
        return join(parts, say("or"));
    }

    /** {@code a, b and c}. */
    String and(List<String> parts) {
        return join(parts, say("and"));
    }

    private static String join(List<String> parts, String last) {
        int size = parts.size();
        return size < 2
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, size - 1)) + " " + last + " " + parts.get(size - 1);
    }

    /** A text as it was typed, in quotes. */
    String quote(String text) {
        return say("quote", plain(text));
    }

    /** Several texts as they were typed, sorted. */
    List<String> quotes(Collection<?> texts) {
        return texts.stream()
                .map(text -> text instanceof String string ? quote(string) : value(text))
                .sorted()
                .toList();
    }

    /** The name of an attribute or the like. */
    String name(String name) {
        return say("name", plain(name));
    }

    static String plain(String typed) {
        return typed.replace('`', '\'');
    }

    static String code(String expression) {
        return "`" + plain(expression) + "`";
    }

    /** A constant as people write it. */
    String value(@Nullable Object constant) {
        if (constant == null) {
            return say("nothing");
        }
        if (constant instanceof BigDecimal number) {
            return number(number);
        }
        if (constant instanceof Boolean yes) {
            return say(yes ? "yes" : "no");
        }
        return constant instanceof String text ? quote(text) : moment(constant);
    }

    private String moment(Object constant) {
        if (constant instanceof LocalDate date) {
            return date(date);
        }
        if (constant instanceof ZonedDateTime time) {
            return time(time);
        }
        if (constant instanceof Duration duration) {
            return span(new Span(Period.ZERO, duration));
        }
        if (constant instanceof Period period) {
            return span(new Span(period, Duration.ZERO));
        }
        return constant instanceof List<?> list
                ? list.stream().map(this::value).collect(Collectors.joining(", "))
                : plain(constant.toString());
    }

    String number(Number number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(DIGITS);
        return format.format(number);
    }

    /** {@code 0.2} is {@code 20%}. */
    String percent(double fraction) {
        BigDecimal percent = BigDecimal.valueOf(fraction).movePointRight(2).stripTrailingZeros();
        return say("percent", number(percent));
    }

    String date(LocalDate date) {
        return date.format(DateTimeFormatter.ofPattern("d MMMM uuuu", locale));
    }

    private String time(ZonedDateTime time) {
        return date(time.toLocalDate()) + " " + clock(time.toLocalTime());
    }

    String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, locale);
    }

    /** The name of a language in this language. */
    String tongue(String code) {
        return Locale.forLanguageTag(code).getDisplayLanguage(locale);
    }

    static String clock(LocalTime time) {
        return time.format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT));
    }

    /** A moment that is the start of a day is that day. */
    String from(ZonedDateTime time) {
        return time.toLocalTime().equals(LocalTime.MIN) ? date(time.toLocalDate()) : time(time);
    }

    /** An end that is the start of a day includes the day before. */
    String until(ZonedDateTime time) {
        return time.toLocalTime().equals(LocalTime.MIN)
                ? say("through", date(time.toLocalDate().minusDays(1)))
                : time(time);
    }

    String span(Span span) {
        List<String> parts = new ArrayList<>();
        long months = span.period().toTotalMonths();
        count(parts, months / MONTHS, "year");
        count(parts, months % MONTHS, "month");
        count(parts, span.period().getDays(), "day");
        count(parts, span.duration().toHours(), "hour");
        count(parts, span.duration().toMinutesPart(), "minute");
        return parts.isEmpty() ? say("minutes", 0) : and(parts);
    }

    private void count(List<String> parts, long number, String unit) {
        if (number != 0) {
            parts.add(say(number == 1 ? unit : unit + "s", number(number)));
        }
    }
}
