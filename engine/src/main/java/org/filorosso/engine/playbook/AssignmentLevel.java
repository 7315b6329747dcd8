package org.filorosso.engine.playbook;

/** Who is counted, listed or assigned together. */
public enum AssignmentLevel {
    SUBJECT,
    HOUSEHOLD
}
