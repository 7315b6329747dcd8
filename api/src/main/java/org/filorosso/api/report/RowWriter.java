package org.filorosso.api.report;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import org.filorosso.simulator.log.CsvText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes rows as CSV that no spreadsheet program takes for formulas, or as one JSON object a line. */
final class RowWriter implements RowForm.Rows {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final boolean csv;
    private final List<String> columns;
    private final Writer out;

    /** Writes the header, where the form has one. */
    RowWriter(RowForm form, List<String> columns, Writer out) throws IOException {
        this.csv = form == RowForm.CSV;
        this.columns = columns;
        this.out = out;
        if (csv) {
            out.write(new CsvText().row(columns.toArray(String[]::new)).toString());
        }
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        if (csv) {
            out.write(line(cells));
        } else {
            try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
                object(json, cells);
            }
            out.write('\n');
        }
    }

    private static String line(List<@Nullable Object> cells) {
        CsvText text = new CsvText();
        for (Object cell : cells) {
            if (cell instanceof Number number) {
                text.number(number);
            } else {
                text.text(cell == null ? null : cell.toString());
            }
        }
        return text.end().toString();
    }

    private void object(JsonGenerator json, List<@Nullable Object> cells) {
        json.writeStartObject();
        for (int i = 0; i < columns.size(); i++) {
            json.writeName(columns.get(i));
            value(json, cells.get(i));
        }
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, @Nullable Object cell) {
        if (cell == null || cell.equals("")) {
            json.writeNull();
        } else if (cell instanceof BigDecimal exact) {
            json.writeNumber(exact);
        } else if (cell instanceof Double number) {
            json.writeNumber(number);
        } else if (cell instanceof Number whole) {
            json.writeNumber(whole.longValue());
        } else if (cell instanceof Boolean yes) {
            json.writeBoolean(yes);
        } else {
            json.writeString(cell.toString());
        }
    }
}
