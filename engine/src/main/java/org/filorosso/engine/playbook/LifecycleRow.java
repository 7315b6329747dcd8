package org.filorosso.engine.playbook;

/** One row of lifecycle.csv: the first that matches gives the stage. */
public record LifecycleRow(Row row, String stage) {

    /** The one stage of a playbook without lifecycle. */
    public static final String ANY = "any";
}
