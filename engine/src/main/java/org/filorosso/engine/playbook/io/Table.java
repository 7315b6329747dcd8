package org.filorosso.engine.playbook.io;

import java.util.Arrays;
import java.util.Optional;

/** The tables of a playbook, in their canonical order. */
public enum Table {
    ATTRIBUTES("attributes", "The data dictionary: what rules may look at.", Schemas.attributes()),
    LIFECYCLE("lifecycle", "The customer's stage: the first row that matches.", Schemas.lifecycle()),
    SEGMENTS("segments", "The customer's segments: every row that matches.", Schemas.segments()),
    EVENTS("events", "What happens outside our offers: complaints, bills, purchases.", Schemas.events()),
    LISTS("lists", "Named lists of customers or households, loaded apart.", Schemas.lists()),
    CHANNELS("channels", "Where customers meet us, and when we may call on them.", Schemas.channels()),
    ACTIONS("actions", "What can be offered or done.", Schemas.actions()),
    PRICES("prices", "Values, costs and prices by date or segment: the first row that matches.", Schemas.prices()),
    BUDGETS("budgets", "How much may be spent.", Schemas.budgets()),
    TREATMENTS("treatments", "How an action is said on a channel.", Schemas.treatments()),
    ENGAGEMENT("engagement", "Who may see what: eligibility, applicability, suitability.", Schemas.engagement()),
    CONTACT_POLICY("contact-policy", "How often customers may be addressed.", Schemas.contactPolicy()),
    ARBITRATION("arbitration", "What weighs more: context and levers.", Schemas.arbitration()),
    PROPENSITY("propensity", "How likely an acceptance is before anything was learnt.", Schemas.propensity()),
    COHERENCE("coherence", "What must not contradict itself across channels.", Schemas.coherence()),
    JOURNEYS("journeys", "What follows what.", Schemas.journeys()),
    EXPERIMENTS("experiments", "What is being tested.", Schemas.experiments()),
    KPIS("kpis", "The few figures that all teams share.", Schemas.kpis()),
    WORLD("world", "How simulated customers really respond; the engine never sees it.", Schemas.world());

    private final String sheet;
    private final String about;
    private final TableSchema schema;

    Table(String sheet, String about, TableSchema schema) {
        this.sheet = sheet;
        this.about = about;
        this.schema = schema;
    }

    /** The table of this sheet name, or empty. */
    public static Optional<Table> of(String sheet) {
        return Arrays.stream(values())
                .filter(table -> table.sheet.equals(sheet))
                .findFirst();
    }

    /** Name of the sheet, and of the file without {@code .csv}: {@code contact-policy}. */
    public String sheet() {
        return sheet;
    }

    /** Name of the file in a folder: {@code contact-policy.csv}. */
    public String file() {
        return sheet + ".csv";
    }

    /** One sentence for people. */
    public String about() {
        return about;
    }

    /** Its reserved columns. */
    public TableSchema schema() {
        return schema;
    }

    /** Data rows it may have. */
    public int mostRows() {
        return this == TREATMENTS ? Limits.MOST_TREATMENTS : Limits.MOST_ROWS;
    }
}
