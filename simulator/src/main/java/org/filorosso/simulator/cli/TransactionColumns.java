package org.filorosso.simulator.cli;

import org.filorosso.simulator.clv.Purchases;
import picocli.CommandLine.Option;

/** Which columns of a file of purchases mean what. */
final class TransactionColumns {

    @Option(names = "--id", paramLabel = "COL", description = "Column of the customer. Default: ${DEFAULT-VALUE}.")
    private String id = "id";

    @Option(
            names = "--date",
            paramLabel = "COL",
            description = "Column of the day: 1997-01-31 or 19970131. Default: ${DEFAULT-VALUE}.")
    private String date = "date";

    @Option(names = "--amount", paramLabel = "COL", description = "Column of the amount. Default: ${DEFAULT-VALUE}.")
    private String amount = "amount";

    Purchases.Layout layout() {
        return new Purchases.Layout(id, date, amount);
    }

    String id() {
        return id;
    }
}
