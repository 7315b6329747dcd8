package org.filorosso.engine.playbook.io;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.filorosso.engine.feel.Names;
import org.filorosso.engine.feel.Type;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Attribute.Source;

/** Reads attributes.csv and declares its names. Formulas are read later, when all names are known. */
final class AttributeRows {
    static final Map<String, Type> TYPES = types();

    private final Cells cells;
    private final Names names;
    private final Unique unique = new Unique("name");
    private final Unique folded = new Unique("name");
    private final Unique fields = new Unique("field");

    AttributeRows(Cells cells, Names names) {
        this.cells = cells;
        this.names = names;
    }

    /** The attributes, each with the line it was read from; formulas are null. */
    Map<Entry, Attribute> read(List<Entry> lines) {
        Map<Entry, Attribute> attributes = new LinkedHashMap<>();
        for (Entry line : lines) {
            checkName(line);
            if (line.has("field")) {
                fields.check(line, line.text("field"));
            }
            attributes.put(line, attribute(line));
        }
        return attributes;
    }

    private void checkName(Entry line) {
        String name = line.need("name");
        String fault = name.isEmpty() ? null : NameRules.fault(name, false);
        if (fault != null) {
            line.error(Code.BAD_NAME, "name", fault, "Maybe another word: tenure months, monthly spend.");
        }
        unique.check(line);
        if (!line.failed()) {
            folded.check(line, name.toLowerCase(Locale.ROOT));
        }
    }

    private Attribute attribute(Entry line) {
        Source source =
                Objects.requireNonNullElse(line.choice("source", Words.of(Source.class), null), Source.CUSTOMER);
        Type declared = Objects.requireNonNullElse(line.choice("type", TYPES, null), Type.ANY);
        Type type = declared.equals(Type.RECORDS) ? records(line) : declared;
        Set<String> values = values(line, declared);
        checkSource(line, source);
        return new Attribute(
                slot(line, type, values),
                line.number(),
                line.text("name"),
                source,
                type,
                values,
                line.text("unit"),
                cells.span(line, "max age"),
                cells.yes(line, "pii"),
                null,
                line.textOrNull("field"),
                line.text("description"));
    }

    // a name that was refused must not hide what it clashes with
    private int slot(Entry line, Type type, Set<String> values) {
        String name = line.text("name");
        return line.failed() && (name.isEmpty() || names.find(name).isPresent())
                ? -1
                : names.declare(name, type, values);
    }

    private static void checkSource(Entry line, Source source) {
        if (source == Source.DERIVED) {
            line.need("formula");
            line.needless("max age", "a derived attribute is computed anew in every decision");
            line.needless("field", "a derived attribute is in no file");
        } else {
            line.needless("formula", "only a derived attribute has a formula");
        }
        if (source == Source.CONTEXT) {
            line.needless("max age", "an attribute of the context comes with the request and has no age");
        }
    }

    static Set<String> values(Entry line, Type type) {
        if (type.equals(Type.RECORDS) || type.equals(Type.ANY)) {
            return Set.of();
        }
        if (!type.equals(Type.STRING) && !type.equals(Type.STRINGS)) {
            line.needless("values", "only a string or a list has allowed values");
            return Set.of();
        }
        Set<String> values = new LinkedHashSet<>();
        for (String value : line.parts("values")) {
            if (!values.add(value)) {
                line.error(
                        Code.DUPLICATE_NAME,
                        "values",
                        "\"" + value + "\" stands twice among the values",
                        "Maybe drop one of them.");
            }
        }
        return values;
    }

    /** The type of records: fields written {@code name: type}, or none, and then any path is accepted. */
    private static Type records(Entry line) {
        Map<String, Type> fields = new LinkedHashMap<>();
        for (String part : line.parts("values")) {
            int colon = part.lastIndexOf(':');
            Type type = colon < 0 ? null : TYPES.get(Line.trim(part.substring(colon + 1)));
            String name = colon < 0 ? part : Line.trim(part.substring(0, colon));
            if (type == null || type.equals(Type.RECORDS) || fields.put(name, type) != null) {
                line.error(
                        Code.UNKNOWN_CHOICE,
                        "values",
                        "\"" + part + "\" is no new field with its type",
                        "Maybe plan: string|months left: number, or an empty cell: any field.");
            }
        }
        return fields.isEmpty() ? Type.RECORDS : Type.list(Type.context(fields));
    }

    private static Map<String, Type> types() {
        Map<String, Type> types = new LinkedHashMap<>();
        types.put("string", Type.STRING);
        types.put("number", Type.NUMBER);
        types.put("boolean", Type.BOOLEAN);
        types.put("date", Type.DATE);
        types.put("date and time", Type.DATE_TIME);
        types.put("list", Type.STRINGS);
        types.put("records", Type.RECORDS);
        return types;
    }
}
