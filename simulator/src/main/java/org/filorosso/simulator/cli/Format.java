package org.filorosso.simulator.cli;

/** Formats of data. */
enum Format {
    TABLE,
    JSON,
    CSV
}
