package org.filorosso.simulator.cli;

import java.nio.file.Path;
import org.filorosso.simulator.attribution.PathFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Paths of contacts in a CSV file, and its columns; all null without one. */
final class PathOptions {

    @Option(names = "--paths", paramLabel = "FILE", description = "CSV, one row a path. Either this or --log.")
    private @Nullable Path paths;

    @Option(names = "--path", paramLabel = "COL", description = "The channels in their order: email > web > phone.")
    private @Nullable String path;

    @Option(names = "--conversions", paramLabel = "COL", description = "Customers who converted.")
    private @Nullable String conversions;

    @Option(
            names = "--nulls",
            paramLabel = "COL",
            description = "Customers who did not. Without them the Markov chain sees only success.")
    private @Nullable String nulls;

    @Option(names = "--value", paramLabel = "COL", description = "What the conversions were worth together.")
    private @Nullable String value;

    @Option(
            names = "--days",
            paramLabel = "COL",
            description = "Days from each contact to the conversion, 9 > 2.5 > 0, for time-decay. Without it, contacts"
                    + " are taken as a day apart.")
    private @Nullable String days;

    @Nullable
    Path file() {
        return paths;
    }

    /**
     * The columns.
     *
     * @throws ParameterException if one that is needed is missing
     */
    PathFile columns(CommandSpec spec) {
        if (path == null || conversions == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "With '--paths' the options '--path=COL' and '--conversions=COL' are needed. Maybe --path path"
                            + " --conversions total_conversions");
        }
        return new PathFile(path, conversions, nulls, value, days);
    }

    /** Whether a column is named. */
    boolean named() {
        return path != null || conversions != null || nulls != null || value != null || days != null;
    }
}
