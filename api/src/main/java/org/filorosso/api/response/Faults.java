package org.filorosso.api.response;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.filorosso.api.problem.Fault;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.engine.playbook.io.Nearest;
import org.jspecify.annotations.Nullable;

/** Reads the fields of what a caller posts and collects everything that is wrong with them. */
final class Faults {
    /** How far a caller's clock may run ahead. */
    static final Duration AHEAD = Duration.ofMinutes(5);

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:@+-]{1,64}");
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final int MOST_DIGITS = 12;
    private static final int MOST_DECIMALS = 4;
    private static final int SHOWN = 100;
    private static final int LISTED = 30;

    private final List<Fault> found = new ArrayList<>();
    private Kind kind = Kind.INVALID;

    /** Something that cannot be. */
    void add(String pointer, String message, @Nullable Object rejected, @Nullable String hint) {
        put(Kind.INVALID, new Fault(pointer, message, rejected instanceof String text ? shown(text) : rejected, hint));
    }

    /** Faults of several kinds are together what cannot be. */
    private void put(Kind one, Fault fault) {
        kind = found.isEmpty() || kind == one ? one : Kind.INVALID;
        found.add(fault);
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN);
    }

    /** Something that is not there, which is 404 when nothing else is wrong. */
    void missing(String pointer, String message, String rejected, @Nullable String hint) {
        put(Kind.NOT_FOUND, new Fault(pointer, message, rejected, hint));
    }

    /** A key that stands for something else. */
    void reused(String pointer, String message, String key) {
        put(Kind.REUSED, new Fault(pointer, message, key, "Maybe a key of its own."));
    }

    /** A name as it stands in a JSON pointer. */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    void addAll(Faults others) {
        others.found.forEach(fault -> put(others.kind, fault));
    }

    boolean none() {
        return found.isEmpty();
    }

    List<Fault> found() {
        return found;
    }

    /** @throws Refusal with all of them, if there are any */
    void throwIfAny() {
        if (!found.isEmpty()) {
            String detail = found.size() == 1
                    ? found.get(0).pointer() + " " + found.get(0).message() + "."
                    : found.size() + " things are wrong; nothing was recorded.";
            throw Refusal.of(kind, detail, found);
        }
    }

    /** An id of the wire's alphabet; null is a fault. */
    @Nullable
    String id(String pointer, @Nullable String text) {
        if (text != null && ID.matcher(text).matches()) {
            return text;
        }
        add(
                pointer,
                text == null ? "is missing" : "is no id",
                text,
                "Maybe 1 to 64 letters, digits and the characters . _ : @ + -");
        return null;
    }

    /** A text of bounded length without control characters; null when it is absent or wrong. */
    @Nullable
    String text(String pointer, @Nullable String text, int longest) {
        if (text == null) {
            return null;
        }
        if (text.isBlank() || text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            add(
                    pointer,
                    "is blank, too long or holds control characters",
                    text,
                    "Maybe at most " + longest + " characters.");
            return null;
        }
        return text;
    }

    /** One of the valid texts; null when it is absent or wrong. */
    @Nullable
    String oneOf(String pointer, @Nullable String text, Collection<String> valid) {
        if (text != null && !valid.contains(text)) {
            add(pointer, "is not one of the valid ones", text, choices(text, valid));
            return null;
        }
        return text;
    }

    /** The valid ones where they are few, else those that are near. */
    static @Nullable String choices(String text, Collection<String> valid) {
        return !valid.isEmpty() && valid.size() <= LISTED
                ? "Maybe one of " + String.join(", ", valid) + "."
                : Nearest.maybe(text, valid);
    }

    /** A time with an offset, to the microsecond; null when it is absent or wrong. */
    @Nullable
    Instant time(String pointer, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant at = DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
            if (!at.isBefore(EARLIEST) && at.isBefore(Instant.parse("9999-12-31T00:00:00Z"))) {
                return at.truncatedTo(ChronoUnit.MICROS);
            }
            add(pointer, "is out of range", text, "Maybe the year is mistyped.");
        } catch (DateTimeException e) {
            add(pointer, "is no time with an offset", text, "Maybe 2026-12-31T18:00:00+01:00.");
        }
        return null;
    }

    /** A time that has come; {@code now} when it is absent. */
    Instant past(String pointer, @Nullable String text, Instant now) {
        Instant at = time(pointer, text);
        if (at != null && at.isAfter(now.plus(AHEAD))) {
            add(pointer, "lies in the future", text, "Maybe the time when it happened, " + now + " at the latest.");
        }
        return at == null ? now : at;
    }

    /** An amount of money; null when it is absent or wrong. */
    @Nullable
    BigDecimal money(String pointer, @Nullable BigDecimal amount, boolean mayBeNegative) {
        if (amount == null) {
            return null;
        }
        long digits = (long) amount.precision() - amount.scale();
        if (amount.signum() != 0 && (digits > MOST_DIGITS || digits < -MOST_DECIMALS)
                || amount.stripTrailingZeros().scale() > MOST_DECIMALS
                || (amount.signum() < 0 && !mayBeNegative)) {
            add(
                    pointer,
                    "is no amount that can be stored",
                    shown(amount.toString()),
                    "Maybe a number of at most " + MOST_DIGITS + " digits and " + MOST_DECIMALS + " decimals"
                            + (mayBeNegative ? "." : ", not below 0."));
            return null;
        }
        return amount.stripTrailingZeros();
    }
}
