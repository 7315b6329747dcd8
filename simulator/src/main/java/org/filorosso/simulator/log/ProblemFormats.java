package org.filorosso.simulator.log;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.filorosso.engine.playbook.io.Loaded;
import org.filorosso.engine.playbook.io.Problem;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What is wrong with a playbook, for programs. */
public final class ProblemFormats {
    private static final JsonFactory JSON = new JsonFactory();

    private ProblemFormats() {}

    /** One JSON object: whether the playbook is valid, its revision, and every problem. */
    public static String json(Loaded loaded) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            var playbook = loaded.playbook();
            json.writeStringProperty(
                    "playbook", playbook == null ? loaded.sheets().name() : playbook.name());
            AnswerJson.text(json, "revision", playbook == null ? null : playbook.revision());
            json.writeBooleanProperty("valid", !loaded.problems().hasErrors());
            json.writeNumberProperty("errors", loaded.problems().errors().size());
            json.writeNumberProperty("warnings", loaded.problems().warnings().size());
            json.writeArrayPropertyStart("problems");
            loaded.problems().all().forEach(problem -> problem(json, problem));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void problem(JsonGenerator json, Problem problem) {
        json.writeStartObject();
        json.writeStringProperty("code", problem.code().id());
        json.writeStringProperty("severity", severity(problem));
        json.writeStringProperty("file", problem.file());
        json.writeNumberProperty("line", problem.line());
        AnswerJson.text(json, "column", problem.column());
        AnswerJson.text(json, "cell", problem.cell());
        json.writeStringProperty("message", problem.message());
        AnswerJson.text(json, "hint", problem.hint());
        json.writeEndObject();
    }

    private static String severity(Problem problem) {
        return problem.severity().name().toLowerCase(Locale.ROOT);
    }

    /** CSV, one problem a row. */
    public static String csv(List<Problem> problems) {
        CsvText csv = new CsvText();
        csv.row("code", "severity", "file", "line", "column", "cell", "message", "hint");
        problems.forEach(problem -> csv.text(problem.code().id())
                .text(severity(problem))
                .text(problem.file())
                .number(problem.line())
                .text(problem.column())
                .text(problem.cell())
                .text(problem.message())
                .text(problem.hint())
                .end());
        return csv.toString();
    }
}
