package org.filorosso.engine.playbook.io;

import java.nio.charset.StandardCharsets;

/**
 * What names the content of a playbook: the SHA-256 of its canonical form. Equal for a folder and the workbook made of
 * it, and for the same content typed in another locale, column order or layout.
 *
 * @param hex 64 hex digits
 */
public record Revision(String hex) {
    private static final int SHOWN = 12;

    /** The revision of a playbook as typed. It has one even where it is faulty. */
    public static Revision of(Sheets sheets) {
        return new Revision(Sha256.hex(new Canonical(sheets).text().getBytes(StandardCharsets.UTF_8)));
    }

    /** The first 12 digits, as people see it. */
    public String shown() {
        return hex.substring(0, SHOWN);
    }

    /** As people see it. */
    @Override
    public String toString() {
        return shown();
    }
}
