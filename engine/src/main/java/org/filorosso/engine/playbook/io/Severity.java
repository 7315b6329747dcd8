package org.filorosso.engine.playbook.io;

/** How bad a {@link Problem} is: an error refuses the playbook, a warning does not. */
public enum Severity {
    ERROR,
    WARNING
}
