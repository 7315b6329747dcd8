package org.filorosso.simulator.explain;

/** Colours of a terminal; only where {@code coloured}. */
public record Ink(boolean coloured) {
    private static final String RESET = "\u001b[0m";

    String good(String text) {
        return paint("\u001b[32m", text);
    }

    String bad(String text) {
        return paint("\u001b[31m", text);
    }

    String doubtful(String text) {
        return paint("\u001b[33m", text);
    }

    String bold(String text) {
        return paint("\u001b[1m", text);
    }

    private String paint(String colour, String text) {
        return coloured ? colour + text + RESET : text;
    }
}
