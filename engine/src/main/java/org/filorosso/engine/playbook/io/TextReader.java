package org.filorosso.engine.playbook.io;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a YAML file as lines of text. */
final class TextReader {
    private TextReader() {}

    /** The text, or null when it cannot be read; the reason is among the problems then. */
    static @Nullable Text read(String file, byte[] bytes, Problems problems) {
        Utf8 utf8 = Utf8.of(bytes);
        if (!utf8.whole()) {
            int line = Utf8.line(utf8.text(), utf8.text().length());
            problems.add(Problem.error(Code.UNREADABLE_ENCODING, file, line, "the file is not UTF-8 from here on")
                    .maybe("Maybe save it again with the encoding UTF-8."));
            return null;
        }
        return isClean(file, utf8.text(), problems) ? text(file, utf8, problems) : null;
    }

    private static Text text(String file, Utf8 utf8, Problems problems) {
        boolean crlf = utf8.text().contains("\r\n");
        String text = utf8.text().replace("\r\n", "\n");
        boolean lastLineEnd = text.isEmpty() || text.endsWith("\n");
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        if (lastLineEnd) {
            lines.remove(lines.size() - 1);
        }
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).length() > Limits.MOST_CHARACTERS) {
                problems.add(TableLimits.tooLong(file, i + 1, lines.get(i)));
            }
        }
        return new Text(file, lines, new TextForm(crlf, utf8.bom(), lastLineEnd));
    }

    /** Whether a text holds neither NUL nor lone carriage returns; the first of each is reported. */
    static boolean isClean(String file, String text, Problems problems) {
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            problems.add(
                    Problem.error(Code.NUL_CHARACTER, file, Utf8.line(text, nul), "the text holds the character NUL")
                            .maybe("Maybe the file was saved as UTF-16 or is damaged: save it again as UTF-8."));
        }
        int lone = loneReturn(text);
        if (lone >= 0) {
            problems.add(Problem.error(
                            Code.LONE_CARRIAGE_RETURN,
                            file,
                            Utf8.line(text, lone),
                            "a carriage return stands without its line feed")
                    .maybe("Maybe save the file again with the line ends of Windows or Unix."));
        }
        return nul < 0 && lone < 0;
    }

    private static int loneReturn(String text) {
        int at = text.indexOf('\r');
        while (at >= 0 && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
            at = text.indexOf('\r', at + 1);
        }
        return at;
    }
}
