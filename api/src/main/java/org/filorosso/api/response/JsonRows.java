package org.filorosso.api.response;

import java.util.List;
import org.filorosso.api.problem.Fault;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.JsonLines;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/** Rows in NDJSON: one posted object a line. */
final class JsonRows<T> implements ImportSource<T> {
    private final JsonLines lines;
    private final JsonMapper mapper;
    private final Class<T> type;

    /**
     * @param mapper the service's, strict
     * @throws FlawException if the body cannot be read
     */
    JsonRows(DataFile body, JsonMapper mapper, Class<T> type) throws FlawException {
        this.lines = JsonLines.open(body);
        this.mapper = mapper;
        this.type = type;
    }

    @Override
    public @Nullable Row<T> next() throws FlawException {
        JsonLines.Line line = lines.next();
        if (line == null) {
            return null;
        }
        try {
            return new Row<>(line.number(), mapper.treeToValue(line.object(), type), List.of());
        } catch (FlawException e) {
            return Row.refused(line.number(), e);
        } catch (JacksonException e) {
            return new Row<>(line.number(), null, List.of(fault(e)));
        }
    }

    private static Fault fault(JacksonException e) {
        StringBuilder pointer = new StringBuilder();
        if (e instanceof DatabindException) {
            e.getPath()
                    .forEach(place ->
                            pointer.append('/').append(Faults.escaped(String.valueOf(place.getPropertyName()))));
        }
        return new Fault(pointer.toString(), "is not there, or has another type than expected", null, null);
    }
}
