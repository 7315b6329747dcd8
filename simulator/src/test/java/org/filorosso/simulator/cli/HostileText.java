package org.filorosso.simulator.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One text that something would run or stumble over.
 *
 * @param name what would
 * @param text as written into files
 */
record HostileText(String name, String text) {
    static final Path CORPUS = Path.of("src/test/resources/hostile");
    private static final Pattern HIDDEN = Pattern.compile("<U\\+([0-9A-F]{4,6})>");
    private static final Pattern MANY = Pattern.compile("<(\\d+)\\*([^>]+)>");

    /** The whole corpus. */
    static List<HostileText> all() {
        return Csv.rows(CORPUS.resolve("payloads.csv")).stream()
                .skip(1)
                .map(row -> new HostileText(row.get(0), expanded(row.get(1))))
                .toList();
    }

    /** Whether people would not see what is wrong with it. */
    boolean isHidden() {
        return name.startsWith("hidden-");
    }

    /** A text of the corpus with what its notation stands for. */
    static String expanded(String notation) {
        String many = MANY.matcher(notation).replaceAll(found -> Matcher.quoteReplacement(repeated(found)));
        return HIDDEN.matcher(many)
                .replaceAll(
                        found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
    }

    private static String repeated(MatchResult found) {
        return found.group(2).repeat(Integer.parseInt(found.group(1)));
    }

    /** A file of the corpus, expanded. */
    static String file(String name) {
        try {
            return expanded(Files.readString(CORPUS.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
