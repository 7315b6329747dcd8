package org.filorosso.api.subject;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.simulator.customers.DataFile;

/** Tells by its media type how a streamed body is to be read. */
final class Formats {
    private Formats() {}

    /** @throws Refusal if it is neither CSV nor NDJSON */
    static DataFile.Format of(HttpServletRequest request) {
        return switch (mediaType(request)) {
            case "text/csv" -> DataFile.Format.CSV;
            case "application/x-ndjson", "application/ndjson", "application/jsonl" -> DataFile.Format.NDJSON;
            default ->
                throw Refusal.of(
                        Kind.MEDIA_TYPE,
                        "The body is " + mediaType(request) + ". Maybe text/csv or application/x-ndjson.");
        };
    }

    /** In lower case, without parameters; empty where there is none. */
    static String mediaType(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
