package org.filorosso.engine.playbook.io;

import java.util.BitSet;

/**
 * How a CSV row was typed where its cells do not tell.
 *
 * @param width cells with the empty ones at the end
 * @param quoted which cells stood in quotes
 */
record LineForm(int width, BitSet quoted) {
    /** {@code 5 0,2}: five cells, the first and third quoted. */
    String text() {
        String cells = quoted.stream()
                .mapToObj(Integer::toString)
                .reduce((a, b) -> a + "," + b)
                .orElse("");
        return (width + " " + cells).strip();
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws NumberFormatException if it is something else
     */
    static LineForm of(String text) {
        String[] parts = text.strip().split(" ", 2);
        BitSet quoted = new BitSet();
        if (parts.length > 1) {
            for (String cell : parts[1].split(",", -1)) {
                quoted.set(Math.min(Limits.MOST_COLUMNS, Integer.parseUnsignedInt(cell)));
            }
        }
        return new LineForm(Math.min(MOST_WIDTH, Integer.parseUnsignedInt(parts[0])), quoted);
    }

    private static final int MOST_WIDTH = 20_000;
}
