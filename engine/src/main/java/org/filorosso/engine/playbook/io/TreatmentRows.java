package org.filorosso.engine.playbook.io;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Channel.Placement;
import org.filorosso.engine.playbook.Playbook.Texts;
import org.filorosso.engine.playbook.TextTemplate;
import org.filorosso.engine.playbook.Treatment;
import org.filorosso.engine.playbook.Treatment.Part;

/** Reads treatments.csv and checks the places in its texts that are filled in later. */
final class TreatmentRows {
    private static final Set<String> FILLED = Set.of("title", "price", "quote until");

    private final Scope scope;
    private final Set<Integer> named = new TreeSet<>();

    TreatmentRows(Scope scope) {
        this.scope = scope;
    }

    Treatment read(Entry line) {
        line.need("channel");
        Channel channel = scope.references().channel(line);
        if (channel != null) {
            checkPlacement(line, channel);
        }
        checkLanguage(line);
        Map<Part, Texts> texts = texts(line);
        return new Treatment(
                scope.rows().read(line),
                scope.references().action(line),
                channel == null ? -1 : channel.index(),
                line.textOrNull("placement"),
                line.textOrNull("language"),
                texts);
    }

    /** The slots that texts read. */
    Set<Integer> named() {
        return named;
    }

    private static void checkPlacement(Entry line, Channel channel) {
        References.check(
                line,
                "placement",
                "placement of " + channel.name(),
                channel.placements().stream().map(Placement::name).toList());
    }

    private void checkLanguage(Entry line) {
        References.check(
                line, "language", "language of the playbook", scope.settings().languages());
        if (line.has("language")) {
            Stream.of(Part.values()).forEach(part -> checkLanguage(line, Words.word(part)));
        }
    }

    private static void checkLanguage(Entry line, String column) {
        line.grid().languages(column).values().forEach(index -> {
            if (!line.cell(index).isEmpty()) {
                line.errorAt(
                        Code.NEEDLESS_CELL,
                        index,
                        "the row is for one language, and this text is in a column for another",
                        "Maybe leave the column language empty, or write the text in \"" + column + "\".");
            }
        });
    }

    private Map<Part, Texts> texts(Entry line) {
        Map<Part, Texts> texts = new EnumMap<>(Part.class);
        String language =
                line.has("language") ? line.text("language") : scope.settings().defaultLanguage();
        for (Part part : Part.values()) {
            Texts found = scope.texts().read(line, Words.word(part), language);
            if (!found.isEmpty()) {
                texts.put(part, found);
                checkPlaces(line, Words.word(part));
            }
        }
        return Map.copyOf(texts);
    }

    private void checkPlaces(Entry line, String column) {
        int plain = line.grid().column(column);
        Stream.concat(Stream.of(plain).filter(index -> index >= 0), line.grid().languages(column).values().stream())
                .forEach(index -> checkPlaces(line, index));
    }

    private void checkPlaces(Entry line, int index) {
        String text = line.cell(index);
        if (paired(text)) {
            TextTemplate.of(text).names().forEach(name -> checkPlace(line, index, name));
        } else {
            line.errorAt(Code.PLACE, index, "a brace has no partner", "Maybe {first name|customer}.");
        }
    }

    private static boolean paired(String text) {
        int open = 0;
        for (int i = 0; i < text.length() && open >= 0 && open <= 1; i++) {
            open += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
        }
        return open == 0;
    }

    private void checkPlace(Entry line, int index, String name) {
        OptionalInt slot = scope.names().find(name);
        if (slot.isPresent()) {
            named.add(slot.getAsInt());
        } else if (!FILLED.contains(name)) {
            List<String> valid = Stream.concat(scope.names().all().stream(), FILLED.stream())
                    .sorted()
                    .toList();
            line.errorAt(
                    Code.PLACE,
                    index,
                    "there is nothing named \"" + Characters.visible(name, 60) + "\" to put in place of {"
                            + Characters.visible(name, 60) + "}",
                    Nearest.maybe(name, valid));
        }
    }
}
