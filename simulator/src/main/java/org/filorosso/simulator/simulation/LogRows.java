package org.filorosso.simulator.simulation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.filorosso.engine.history.Event;
import org.filorosso.engine.history.Interaction;
import org.filorosso.simulator.log.CsvText;
import tools.jackson.databind.json.JsonMapper;

/** Writes outcomes and events as rows of the decision log. */
final class LogRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LogRows() {}

    /** The rows of responses.csv. */
    static String responses(String subject, List<Interaction> rows) {
        CsvText csv = new CsvText();
        for (Interaction row : rows) {
            csv.text(row.id())
                    .text(row.at().toString())
                    .text(subject)
                    .text(row.action())
                    .text(row.outcome().code())
                    .text(row.channel())
                    .text(row.direction().code())
                    .number(row.details().value())
                    .number(row.details().price())
                    .text(row.details().reason())
                    .text("")
                    .end();
        }
        return csv.toString();
    }

    /** The rows of events.csv. */
    static String events(String subject, List<Event> events) {
        CsvText csv = new CsvText();
        for (Event event : events) {
            Map<String, Object> fields = new TreeMap<>(event.fields());
            csv.text(subject)
                    .text(event.at().toString())
                    .text(event.event())
                    .text(event.key())
                    .text(fields.isEmpty() ? "" : JSON.writeValueAsString(fields))
                    .end();
        }
        return csv.toString();
    }
}
