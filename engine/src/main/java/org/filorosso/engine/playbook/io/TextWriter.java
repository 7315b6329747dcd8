package org.filorosso.engine.playbook.io;

import java.nio.charset.StandardCharsets;

/** Writes a YAML text in its form. */
final class TextWriter {
    private TextWriter() {}

    static byte[] write(Text text) {
        TextForm form = text.form();
        String lines = String.join(form.lineEnd(), text.lines());
        String end = text.lines().isEmpty() || !form.lastLineEnd() ? "" : form.lineEnd();
        return ((form.bom() ? Utf8.MARK : "") + lines + end).getBytes(StandardCharsets.UTF_8);
    }
}
