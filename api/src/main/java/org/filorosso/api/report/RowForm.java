package org.filorosso.api.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** How rows are written. */
public enum RowForm {
    CSV("csv", "text/csv", ";charset=utf-8"),
    NDJSON("ndjson", "application/x-ndjson", ""),
    JSON("json", "application/json", ""),
    HTML("html", "text/html", ";charset=utf-8");

    private final String ending;
    private final MediaType type;
    private final String charset;

    RowForm(String ending, String type, String charset) {
        this.ending = ending;
        this.type = MediaType.valueOf(type);
        this.charset = charset;
    }

    /** As it is named in an address, and the ending of a file. */
    public String ending() {
        return ending;
    }

    public String contentType() {
        return type + charset;
    }

    /**
     * The form that is asked for by the parameter {@code format}, else by the header {@code Accept}.
     *
     * @param offered the forms there are; the first holds where nothing is said
     * @throws Refusal if the header asks for none of them
     */
    public static RowForm asked(Parameters parameters, @Nullable String accept, List<RowForm> offered) {
        List<String> endings = offered.stream().map(RowForm::ending).toList();
        if (parameters.text("format") != null) {
            String chosen = parameters.choice("format", endings, endings.get(0));
            return valueOf(chosen.toUpperCase(Locale.ROOT));
        }
        return accept == null || accept.isBlank() ? offered.get(0) : accepted(accept, offered);
    }

    private static RowForm accepted(String accept, List<RowForm> offered) {
        try {
            for (MediaType wanted : MediaType.parseMediaTypes(accept)) {
                for (RowForm form : offered) {
                    if (wanted.includes(form.type)) {
                        return form;
                    }
                }
            }
        } catch (InvalidMediaTypeException e) {
            throw Refusal.of(Kind.NOT_ACCEPTABLE, "The header Accept cannot be read.");
        }
        throw Refusal.of(
                Kind.NOT_ACCEPTABLE,
                "None of what Accept names can be answered. Maybe one of "
                        + String.join(
                                ", ",
                                offered.stream()
                                        .map(form -> form.type.toString())
                                        .toList()) + ".");
    }

    /** Writes rows one after the other: nothing of them is kept. */
    interface Rows {

        /**
         * @param cells texts, numbers, booleans or null, one for each column
         * @throws IOException if nobody reads any more
         */
        void row(List<@Nullable Object> cells) throws IOException;
    }
}
