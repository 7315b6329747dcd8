package org.filorosso.api.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.filorosso.engine.playbook.io.Nearest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * Collects what has another shape than expected while a body is read, instead of stopping at the first. Tells it in the
 * words of JSON, never in those of the program.
 */
final class ShapeFaults extends DeserializationProblemHandler {
    /** Attribute of a reading under which the faults are collected. */
    static final Object KEY = ShapeFaults.class;

    private static final int MOST = 100;

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context, JsonParser parser, ValueDeserializer<?> reader, Object bean, String name) {
        Collection<Object> known = reader.getKnownPropertyNames();
        add(context, new Fault(pointer(parser), "is not a property here", null, hint(name, known)));
        parser.skipChildren();
        return true;
    }

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> type, String value, String message) {
        if (type.isPrimitive()) {
            return NOT_HANDLED;
        }
        add(context, new Fault(pointer(context.getParser()), "is not " + expected(type), shown(value), choices(type)));
        return null;
    }

    @Override
    public @Nullable Object handleWeirdNumberValue(
            DeserializationContext context, Class<?> type, Number value, String message) {
        if (type.isPrimitive()) {
            return NOT_HANDLED;
        }
        add(context, new Fault(pointer(context.getParser()), "is not " + expected(type), value, choices(type)));
        return null;
    }

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String message) {
        if (type.isPrimitive()) {
            return NOT_HANDLED;
        }
        String said = "is not " + expected(type.getRawClass());
        add(context, new Fault(pointer(parser), said, null, choices(type.getRawClass())));
        parser.skipChildren();
        return null;
    }

    /** What stopped the reading, for what could not be collected. */
    static Fault of(DatabindException e) {
        StringBuilder pointer = new StringBuilder();
        for (var step : e.getPath()) {
            String name = step.getPropertyName();
            pointer.append('/')
                    .append(
                            name == null
                                    ? Integer.toString(step.getIndex())
                                    : name.replace("~", "~0").replace("/", "~1"));
        }
        Class<?> type = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        String message = type == null ? "cannot be what is expected here" : "is not " + expected(type);
        return new Fault(pointer.toString(), message, null, type == null ? null : choices(type));
    }

    private static void add(DeserializationContext context, Fault fault) {
        @SuppressWarnings("unchecked")
        List<Fault> faults = (List<Fault>) context.getAttribute(KEY);
        if (faults != null && faults.size() < MOST) {
            faults.add(fault);
        }
    }

    private static String pointer(JsonParser parser) {
        return parser.streamReadContext().pathAsPointer().toString();
    }

    private static String shown(String value) {
        return value.length() <= 100 ? value : value.substring(0, 100).replaceFirst("\\p{Cs}$", "") + "...";
    }

    private static @Nullable String hint(String name, @Nullable Collection<Object> known) {
        if (known == null || known.isEmpty()) {
            return null;
        }
        List<String> names = known.stream().map(String::valueOf).sorted().toList();
        return Nearest.maybe(name, names);
    }

    private static @Nullable String choices(Class<?> type) {
        Object[] constants = type.getEnumConstants();
        if (constants == null) {
            return null;
        }
        List<String> names = new ArrayList<>();
        Arrays.stream(constants)
                .forEach(constant -> names.add(constant.toString().toLowerCase(Locale.ROOT)));
        return "Maybe one of " + String.join(", ", names) + ".";
    }

    private static String expected(Class<?> type) {
        if (type == String.class || type.isEnum()) {
            return type.isEnum() ? "one of the words expected here" : "a text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == Integer.class || type == Long.class || type == int.class || type == long.class) {
            return "a whole number of the size expected here";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        if (java.time.temporal.Temporal.class.isAssignableFrom(type)) {
            return "a time of that form (2026-11-22T10:15:30+01:00, or 2026-11-22 for a day)";
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "a list" : "an object";
    }
}
