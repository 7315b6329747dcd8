package org.filorosso.api.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Java process holds, by {@code jcmd}.
 *
 * @param classes loaded and not unloaded
 * @param heap bytes of live objects, after a full collection
 */
record Footprint(long classes, long heap) {
    private static final Pattern LOADED = Pattern.compile("java.cls.loadedClasses=(\\d+)");
    private static final Pattern UNLOADED = Pattern.compile("java.cls.unloadedClasses=(\\d+)");
    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");

    static Footprint of(long pid) {
        long heap = number(TOTAL, jcmd(pid, "GC.class_histogram"));
        String counters = jcmd(pid, "PerfCounter.print");
        return new Footprint(number(LOADED, counters) - number(UNLOADED, counters), heap);
    }

    private static long number(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("jcmd did not tell " + pattern);
        }
        return Long.parseLong(found.group(1));
    }

    private static String jcmd(long pid, String command) {
        try {
            Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
            Process process = new ProcessBuilder(jcmd.toString(), Long.toString(pid), command)
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
