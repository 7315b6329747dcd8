package org.filorosso.simulator.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where data go, and how they look. */
final class OutputOptions {

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}.")
    private @Nullable Format format;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Write the data there instead of to standard output.")
    private @Nullable Path out;

    /** The format asked for; the file's ending tells where none is. */
    Format format(Format otherwise) {
        if (format != null) {
            return format;
        }
        String name = out == null ? "" : out.toString();
        if (name.endsWith(".csv")) {
            return Format.CSV;
        }
        return name.endsWith(".json") || name.endsWith(".ndjson") || name.endsWith(".jsonl") ? Format.JSON : otherwise;
    }

    Output open(Terminal terminal) {
        return Output.of(out, terminal);
    }

    @Nullable
    Path out() {
        return out;
    }
}
