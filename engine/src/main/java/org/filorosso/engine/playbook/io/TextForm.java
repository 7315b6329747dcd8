package org.filorosso.engine.playbook.io;

/**
 * How a text file was written; carries no meaning.
 *
 * @param crlf lines end with CRLF, else LF
 * @param bom the file begins with a byte order mark
 * @param lastLineEnd the last line has a line end
 */
record TextForm(boolean crlf, boolean bom, boolean lastLineEnd) {
    static final TextForm OURS = new TextForm(false, false, true);

    String lineEnd() {
        return crlf ? "\r\n" : "\n";
    }
}
