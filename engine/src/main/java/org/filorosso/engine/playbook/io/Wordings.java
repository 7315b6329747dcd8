package org.filorosso.engine.playbook.io;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.playbook.Playbook.Texts;

/** Reads texts that may be given in several languages: {@code title}, {@code title:it}. */
final class Wordings {
    private final List<String> languages;

    /** @param languages of the playbook, the default first */
    Wordings(List<String> languages) {
        this.languages = languages;
    }

    /** The text in every language it is given in; the plain column is in the default language. */
    Texts read(Entry line, String column) {
        return read(line, column, languages.get(0));
    }

    /** The text in every language it is given in. */
    Texts read(Entry line, String column, String plainLanguage) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (line.has(column)) {
            texts.put(plainLanguage, line.text(column));
        }
        line.grid().languages(column).forEach((language, index) -> {
            String text = line.cell(index);
            if (!text.isEmpty() && languages.contains(language) && texts.putIfAbsent(language, text) != null) {
                line.errorAt(
                        Code.DUPLICATE_NAME,
                        index,
                        "the text in \"" + language + "\" stands in the column \"" + column + "\" already",
                        "Maybe leave one of the two empty.");
            }
        });
        return texts.isEmpty() ? Texts.NONE : new Texts(Map.copyOf(texts));
    }

    /** Reports columns in languages that the playbook has not. */
    void checkHeader(Grid grid, Problems problems) {
        Entry header = grid.header(problems);
        grid.allLanguages().forEach((language, column) -> {
            if (!languages.contains(language)) {
                header.errorAt(
                        Code.UNKNOWN_LANGUAGE,
                        column,
                        "the playbook has no language \"" + Characters.visible(language, 20) + "\"",
                        "Maybe one of " + String.join(", ", languages) + ", or add it to languages in playbook.yaml.");
            }
        });
    }
}
