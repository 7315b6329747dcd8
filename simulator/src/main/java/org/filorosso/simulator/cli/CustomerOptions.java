package org.filorosso.simulator.cli;

import java.nio.file.Path;
import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.customers.CustomerInputs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The files that tell of customers. */
final class CustomerOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = {"-c", "--customers"},
            paramLabel = "FILE",
            description = "One customer a row: CSV (header = attribute names or their fields) or NDJSON.")
    private @Nullable Path customers;

    @Option(
            names = "--history",
            paramLabel = "FILE",
            description = "What was offered and what became of it: id, at, action, outcome, channel and more. Held in"
                    + " memory, about 150 bytes a row.")
    private @Nullable Path history;

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description = "What else happened: id, at, event, key, one column a field.")
    private @Nullable Path events;

    @Option(
            names = "--lists",
            paramLabel = "DIR",
            description = "Members of the playbook's lists: one CSV of ids per list.")
    private @Nullable Path lists;

    @Option(
            names = "--id",
            paramLabel = "COLUMN",
            description = "The column of the customer's id; \"row\" numbers the rows: row-1, row-2 ... Default: id, or"
                    + " import.id of the playbook.")
    private @Nullable String id;

    @Option(names = "--ignore-unknown", description = "Pass over columns that the playbook does not know.")
    private boolean ignoreUnknown;

    /** Whether there is a file of customers. */
    boolean given() {
        return customers != null;
    }

    /** @throws ParameterException when there is no file of customers */
    CustomerInputs inputs() {
        Path file = customers;
        if (file == null) {
            throw new ParameterException(spec.commandLine(), "Missing required option: '--customers=<FILE>'");
        }
        return new CustomerInputs(file, history, events, lists, new CustomerFile.Options(id, ignoreUnknown));
    }
}
