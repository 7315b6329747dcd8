package org.filorosso.engine.feel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an expression yields. {@link #ANY} is known only when it is evaluated; {@link #NULL} is the literal {@code null}.
 *
 * @param element of a list, else null
 * @param fields of a context by name; none means that they are not declared, and then any path is accepted
 */
public record Type(Kind kind, @Nullable Type element, Map<String, Type> fields) {

    public static final Type STRING = plain(Kind.STRING);
    public static final Type NUMBER = plain(Kind.NUMBER);
    public static final Type BOOLEAN = plain(Kind.BOOLEAN);
    public static final Type DATE = plain(Kind.DATE);
    public static final Type TIME = plain(Kind.TIME);
    public static final Type DATE_TIME = plain(Kind.DATE_TIME);
    /** Days and time: a {@link java.time.Duration}. */
    public static final Type DURATION = plain(Kind.DURATION);
    /** Years and months: a {@link java.time.Period} without days. */
    public static final Type MONTHS = plain(Kind.MONTHS);

    public static final Type ANY = plain(Kind.ANY);
    public static final Type NULL = plain(Kind.NULL);
    public static final Type STRINGS = list(STRING);
    /** A list of contexts whose fields are not declared. */
    public static final Type RECORDS = list(context(Map.of()));

    public Type {
        fields = Map.copyOf(fields);
    }

    /** The families of types that the language tells apart. */
    public enum Kind {
        STRING("a text"),
        NUMBER("a number"),
        BOOLEAN("a yes/no"),
        DATE("a date"),
        TIME("a time"),
        DATE_TIME("a date and time"),
        DURATION("a duration"),
        MONTHS("a duration in months"),
        LIST("a list"),
        CONTEXT("a record"),
        ANY("a value"),
        NULL("null");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    public static Type list(Type element) {
        return new Type(Kind.LIST, element, Map.of());
    }

    public static Type context(Map<String, Type> fields) {
        return new Type(Kind.CONTEXT, null, fields);
    }

    private static Type plain(Kind kind) {
        return new Type(kind, null, Map.of());
    }

    public boolean is(Kind other) {
        return kind == other;
    }

    /** The type of a list's elements; {@link #ANY} where it is not a list or not known. */
    public Type elements() {
        return element == null ? ANY : element;
    }

    /** Whether values of both may be compared; {@link #ANY} and {@link #NULL} go with everything. */
    public boolean comparable(Type other) {
        return loose() || other.loose() || (kind == other.kind && elements().comparable(other.elements()));
    }

    boolean loose() {
        return kind == Kind.ANY || kind == Kind.NULL;
    }

    /** In words a marketer reads, such as {@code a number}. */
    @Override
    public String toString() {
        return kind == Kind.LIST && element != null && !element.loose()
                ? "a list of " + element.toString().replaceFirst("^an? ", "") + "s"
                : kind.words;
    }
}
