package org.filorosso.engine.playbook;

/** One row of segments.csv: every row that matches adds its segment. */
public record SegmentRow(Row row, String segment) {}
