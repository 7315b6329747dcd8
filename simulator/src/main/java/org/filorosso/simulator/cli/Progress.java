package org.filorosso.simulator.cli;

import java.util.Locale;

/** How far a long run is, on one line of the error stream; nothing where no person watches it. Not thread-safe. */
final class Progress {
    private static final long EVERY_NANOS = 200_000_000L;
    private static final int WIDTH = 30;
    private static final double NANOS = 1e9;

    private final Terminal terminal;
    private final boolean shown;
    private final long start = System.nanoTime();
    private long last = start - EVERY_NANOS;
    private boolean dirty;

    private Progress(Terminal terminal, boolean shown) {
        this.terminal = terminal;
        this.shown = shown;
    }

    static Progress of(Filorosso root) {
        return new Progress(root.terminal(), root.terminal().errIsTerminal() && !root.quiet());
    }

    /** Something whose end is not known. */
    void show(String what, long count) {
        if (due()) {
            write(String.format(Locale.ROOT, "%s: %,d rows", what, count));
        }
    }

    /** @param fraction of the whole that is done, 0..1 */
    void show(double fraction, long count) {
        if (!due()) {
            return;
        }
        double seconds = (System.nanoTime() - start) / NANOS;
        int full = (int) Math.round(fraction * WIDTH);
        String left = fraction > 0 ? duration(seconds * (1 - fraction) / fraction) + " left" : "";
        write(String.format(
                Locale.ROOT,
                "[%s%s] %3.0f%% %,d %s",
                "#".repeat(full),
                " ".repeat(WIDTH - full),
                100 * fraction,
                count,
                left));
    }

    private static String duration(double seconds) {
        long whole = Math.round(seconds);
        return whole < 60 ? whole + " s" : String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60);
    }

    private boolean due() {
        long now = System.nanoTime();
        if (!shown || now - last < EVERY_NANOS) {
            return false;
        }
        last = now;
        return true;
    }

    private void write(String text) {
        // back to the start of the line, and clear what stands there
        terminal.err().print("\r\u001b[K" + text);
        terminal.err().flush();
        dirty = true;
    }

    /** Takes the line away. */
    void clear() {
        if (dirty) {
            terminal.err().print("\r\u001b[K");
            terminal.err().flush();
        }
    }
}
