package org.filorosso.simulator.log;

import java.io.StringWriter;
import java.util.List;
import org.filorosso.engine.golden.GoldenReport;
import org.filorosso.engine.golden.GoldenResult;
import org.filorosso.engine.golden.Mismatch;
import org.filorosso.engine.golden.RowCoverage;
import org.filorosso.engine.golden.Share;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What became of golden customers, for programs. */
public final class GoldenFormats {
    private static final JsonFactory JSON = new JsonFactory();

    private GoldenFormats() {}

    /** One JSON object: each customer with what ended otherwise, and the coverage row by row. */
    public static String json(GoldenReport report) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("playbook", report.playbook());
            json.writeStringProperty("revision", report.revision());
            json.writeNumberProperty("passed", report.passed());
            json.writeNumberProperty("failed", report.failed());
            json.writeArrayPropertyStart("customers");
            report.results().forEach(result -> result(json, result));
            json.writeEndArray();
            coverage(json, report);
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void result(JsonGenerator json, GoldenResult result) {
        json.writeStartObject();
        json.writeStringProperty("name", result.name());
        json.writeStringProperty("source", result.source());
        json.writeBooleanProperty("passed", result.passed());
        texts(json, "results", result.results());
        json.writeArrayPropertyStart("mismatches");
        result.mismatches().forEach(mismatch -> mismatch(json, mismatch));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void mismatch(JsonGenerator json, Mismatch mismatch) {
        json.writeStartObject();
        json.writeStringProperty("about", mismatch.about());
        json.writeStringProperty("expected", mismatch.expected());
        json.writeStringProperty("actual", mismatch.actual());
        AnswerJson.text(json, "because", mismatch.because());
        AnswerJson.text(json, "hint", mismatch.hint());
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void coverage(JsonGenerator json, GoldenReport report) {
        json.writeObjectPropertyStart("coverage");
        share(json, report.coverage().share());
        json.writeArrayPropertyStart("tables");
        report.coverage().tables().forEach(table -> {
            json.writeStartObject();
            json.writeStringProperty("table", table.table());
            share(json, table.share());
            json.writeNumberProperty("uncounted", table.uncounted());
            json.writeArrayPropertyStart("rows");
            table.rows().forEach(row -> row(json, row));
            json.writeEndArray();
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void share(JsonGenerator json, Share share) {
        json.writeNumberProperty("exercised", share.exercised());
        json.writeNumberProperty("rowCount", share.rows());
        json.writeNumberProperty("percent", share.percent());
    }

    private static void row(JsonGenerator json, RowCoverage row) {
        json.writeStartObject();
        json.writeStringProperty("id", row.id());
        json.writeNumberProperty("line", row.line());
        json.writeBooleanProperty("exercised", row.exercised());
        texts(json, "by", row.by());
        json.writeEndObject();
    }

    /** CSV, one golden customer a row. */
    public static String csv(GoldenReport report) {
        CsvText csv = new CsvText();
        csv.row("name", "source", "passed", "about", "expected", "actual", "because");
        report.results().forEach(result -> rows(csv, result));
        return csv.toString();
    }

    private static void rows(CsvText csv, GoldenResult result) {
        String passed = result.passed() ? "yes" : "no";
        if (result.mismatches().isEmpty()) {
            csv.row(result.name(), result.source(), passed, "", "", "", "");
        }
        result.mismatches()
                .forEach(mismatch -> csv.text(result.name())
                        .text(result.source())
                        .text(passed)
                        .text(mismatch.about())
                        .text(mismatch.expected())
                        .text(mismatch.actual())
                        .text(mismatch.because())
                        .end());
    }
}
