package org.filorosso.simulator.log;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What was found out about an installation. */
public final class CheckFormats {
    private static final JsonFactory JSON = new JsonFactory();

    private CheckFormats() {}

    /**
     * One thing that was looked at.
     *
     * @param hint what to do about it, beginning with "Maybe"; null when it is good
     */
    public record Check(
            String name,
            String found,
            boolean good,
            @Nullable String hint) {

        public static Check told(String name, String found) {
            return new Check(name, found, true, null);
        }

        public static Check wrong(String name, String found, String hint) {
            return new Check(name, found, false, hint);
        }
    }

    /** One line a check. */
    public static String table(List<Check> checks) {
        StringBuilder text = new StringBuilder();
        checks.forEach(check -> text.append(String.format(
                Locale.ROOT, "%-5s %-18s %s\n", check.good() ? "ok" : "WRONG", check.name(), found(check))));
        return text.toString();
    }

    private static String found(Check check) {
        return check.hint() == null ? check.found() : check.found() + ". " + check.hint();
    }

    /** One JSON object with every check. */
    public static String json(List<Check> checks) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeBooleanProperty("good", checks.stream().allMatch(Check::good));
            json.writeArrayPropertyStart("checks");
            for (Check check : checks) {
                json.writeStartObject();
                json.writeStringProperty("name", check.name());
                json.writeStringProperty("found", check.found());
                json.writeBooleanProperty("good", check.good());
                AnswerJson.text(json, "hint", check.hint());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    /** One check a row. */
    public static String csv(List<Check> checks) {
        CsvText csv = new CsvText().row("name", "found", "good", "hint");
        checks.forEach(check -> csv.text(check.name())
                .text(check.found())
                .text(check.good() ? "yes" : "no")
                .text(check.hint())
                .end());
        return csv.toString();
    }
}
