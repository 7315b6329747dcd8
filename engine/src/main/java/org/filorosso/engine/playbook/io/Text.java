package org.filorosso.engine.playbook.io;

import java.util.List;

/**
 * A YAML text of a playbook as it was typed.
 *
 * @param file name in the folder: {@code playbook.yaml}, {@code population.yaml}, {@code tests/anna.yaml}
 * @param lines its lines without line ends
 * @param form how the file was written; carries no meaning
 */
public record Text(String file, List<String> lines, TextForm form) {
    /** A text with its own copy of the lines. */
    public Text {
        lines = List.copyOf(lines);
    }

    /** A text that lies in no file. */
    public static Text of(String file, String content) {
        return new Text(file, content.lines().toList(), TextForm.OURS);
    }

    /** The lines joined by LF, each with its line end. */
    public String text() {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
