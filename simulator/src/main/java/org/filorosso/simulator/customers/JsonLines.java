package org.filorosso.simulator.customers;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The lines of an NDJSON file, one JSON object each; empty lines are skipped. */
public final class JsonLines implements AutoCloseable {
    private static final int LONGEST = 1 << 20;
    private static final int BLOCK = 8192;

    private final DataFile file;
    private final BufferedReader text;
    private final char[] block = new char[BLOCK];
    private int from;
    private int to;
    private long number;

    private JsonLines(DataFile file, BufferedReader text) {
        this.file = file;
        this.text = text;
    }

    /** One line, not yet read as JSON. */
    public record Line(String file, long number, String text) {

        /** @throws FlawException if the line is no JSON object */
        public JsonNode object() throws FlawException {
            try {
                JsonNode node = Json.MAPPER.readTree(text);
                if (node.isObject()) {
                    return node;
                }
                throw flaw("the line is no JSON object");
            } catch (JacksonException e) {
                throw flaw("the line is no valid JSON: " + e.getOriginalMessage());
            }
        }

        private FlawException flaw(String message) {
            return new FlawException(new Flaw(
                    file,
                    number,
                    null,
                    null,
                    message,
                    "Maybe {\"id\": \"c-1\", \"attributes\": {}}, one object a line."));
        }
    }

    /** @throws FlawException if the file cannot be read */
    public static JsonLines open(DataFile file) throws FlawException {
        try {
            return new JsonLines(file, file.reader());
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /** Name of the file. */
    String file() {
        return file.name();
    }

    /**
     * The next line, or null at the end.
     *
     * @throws FlawException if the file cannot be read on
     */
    public @Nullable Line next() throws FlawException {
        try {
            String line = line();
            while (line != null && line.isBlank()) {
                line = line();
            }
            return line == null ? null : new Line(file.name(), number, line);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    // BufferedReader.readLine would take a file without line ends into memory
    private @Nullable String line() throws IOException, FlawException {
        if (!filled()) {
            return null;
        }
        number++;
        StringBuilder line = new StringBuilder();
        boolean ended = false;
        while (!ended && filled()) {
            int end = from;
            while (end < to && block[end] != '\n') {
                end++;
            }
            ended = end < to;
            append(line, end - from);
            from = ended ? end + 1 : end;
        }
        boolean marked = number == 1 && line.indexOf("\uFEFF") == 0;
        return line.substring(marked ? 1 : 0);
    }

    /** Whether something is left to read. */
    private boolean filled() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, text.read(block));
        }
        return from < to;
    }

    private void append(StringBuilder line, int length) throws FlawException {
        if (line.length() + length > LONGEST) {
            throw new FlawException(new Flaw(
                    file.name(), number, null, null, "the line is longer than 1 MB", "Maybe one object a line."));
        }
        line.append(block, from, length);
    }

    @Override
    public void close() throws FlawException {
        try {
            text.close();
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }
}
