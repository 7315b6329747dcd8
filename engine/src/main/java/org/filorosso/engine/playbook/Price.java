package org.filorosso.engine.playbook;

/** One row of prices.csv: the first that matches overrides the terms of its action; empty columns override nothing. */
public record Price(Row row, int action, Action.Terms terms) {}
