package org.filorosso.api.subject;

import java.time.Instant;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.JsonLines;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Subjects in NDJSON: the form in which one is patched, with its {@code id}. */
final class NdjsonSubjects implements ImportedRow.Source {
    private final JsonLines lines;
    private final Vocabulary words;
    private final Instant now;

    /** @throws FlawException if the body cannot be read */
    NdjsonSubjects(DataFile body, Vocabulary words, Instant now) throws FlawException {
        this.lines = JsonLines.open(body);
        this.words = words;
        this.now = now;
    }

    @Override
    public @Nullable ImportedRow next() throws FlawException {
        JsonLines.Line line = lines.next();
        if (line == null) {
            return null;
        }
        try {
            return row(line.number(), (ObjectNode) line.object());
        } catch (FlawException e) {
            return ImportedRow.refused(line.number(), e);
        }
    }

    private ImportedRow row(long line, ObjectNode object) {
        Faults faults = new Faults();
        JsonNode told = object.remove("id");
        String id = told == null ? "" : told.asString("");
        if (!Ids.valid(id)) {
            faults.add("/id", Ids.MESSAGE, id, Ids.HINT);
        }
        ProfileChange change = new ProfileForm(words, now, faults).upsert(id, object);
        return faults.found().isEmpty()
                ? new ImportedRow(line, change, faults.found())
                : new ImportedRow(line, null, faults.found());
    }
}
