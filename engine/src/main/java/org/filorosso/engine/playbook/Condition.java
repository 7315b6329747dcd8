package org.filorosso.engine.playbook;

import org.filorosso.engine.feel.Test;

/**
 * One condition cell: a test over one slot.
 *
 * @param column header as typed
 * @param slot what the header reads
 * @param test the cell, parsed
 * @param text the cell as typed
 */
public record Condition(String column, int slot, Test test, String text) {}
