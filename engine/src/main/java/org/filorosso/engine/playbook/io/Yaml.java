package org.filorosso.engine.playbook.io;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A YAML text as a tree of what was typed. Scalars are texts: what they mean is for the reader of the key to say, so
 * that {@code off}, {@code 010} and {@code 2026-12-31} stay as they are.
 */
public sealed interface Yaml {

    /** Where it stands. For the value of a key: where the key stands. */
    Place place();

    /** File, for problems. */
    default String file() {
        return place().file();
    }

    /** Line of the file, or row of the sheet, from 1. */
    default int line() {
        return place().line();
    }

    /**
     * Reads a text.
     *
     * @return the tree, empty keys for an empty text and for one that cannot be read; the reason is among the problems
     */
    static Yaml read(Text text, Problems problems) {
        return new YamlReader(text.file(), text.text(), problems).read();
    }

    /** Empty keys. */
    static Yaml nothing(String file) {
        return new Keys(new Place(file, 1, 0, 0), Map.of());
    }

    /**
     * A place in a text.
     *
     * @param file file or workbook and sheet
     * @param line from 1
     * @param from first character of a scalar in the text, from 0, its quotes included
     * @param to one past its last character
     */
    record Place(String file, int line, int from, int to) {}

    /**
     * A single value.
     *
     * @param text without quotes; empty for nothing at all
     * @param quoted whether it stood in quotes or was a block of text
     */
    record Scalar(Place place, String text, boolean quoted) implements Yaml {}

    /** A list, in its order. */
    record Items(Place place, List<Yaml> items) implements Yaml {
        /** A list with its own copy. */
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A mapping; the keys iterate in the order of the text. */
    record Keys(Place place, Map<String, Yaml> keys) implements Yaml {
        /** A mapping with its own copy. */
        public Keys {
            keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        }
    }
}
