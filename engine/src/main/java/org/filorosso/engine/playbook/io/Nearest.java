package org.filorosso.engine.playbook.io;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** Near names for a mistyped one, for the "Maybe ..." of a message. */
public final class Nearest {
    private static final int SHOWN = 5;
    private static final int LISTED = 12;

    private Nearest() {}

    /**
     * The hint for an unknown name: its nearest names, or all valid ones when none is near and they are few.
     *
     * @param name what was written
     * @param valid what may be written; may be empty
     * @return text beginning with "Maybe", or null when there is nothing to suggest
     */
    public static @Nullable String maybe(String name, Collection<String> valid) {
        List<String> near = of(name, valid);
        if (!near.isEmpty()) {
            return "Maybe " + listed(near) + "?";
        }
        if (valid.isEmpty() || valid.size() > LISTED) {
            return null;
        }
        return "Maybe one of " + listed(List.copyOf(valid)) + ".";
    }

    /** The names no more than a third of their letters away, nearest first, then by name; at most five. */
    public static List<String> of(String name, Collection<String> valid) {
        String typed = plain(name);
        if (typed.isEmpty()) {
            return List.of();
        }
        return valid.stream()
                .distinct()
                .map(candidate -> new Near(candidate, distance(typed, plain(candidate))))
                .filter(near -> near.distance >= 0)
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .limit(SHOWN)
                .map(Near::name)
                .toList();
    }

    private static int distance(String typed, String candidate) {
        boolean begins = candidate.startsWith(typed) || typed.startsWith(candidate);
        if (begins && Math.min(candidate.length(), typed.length()) > 2) {
            return 1;
        }
        int most = Math.max(1, Math.min(4, Math.max(typed.length(), candidate.length()) / 3));
        return new LevenshteinDistance(most).apply(typed, candidate);
    }

    // people mistype case, spaces and hyphens without seeing it
    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ');
    }

    private static String listed(List<String> names) {
        return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    }

    private record Near(String name, int distance) {}
}
