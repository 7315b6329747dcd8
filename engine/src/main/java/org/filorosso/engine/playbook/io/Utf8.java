package org.filorosso.engine.playbook.io;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Bytes read as UTF-8, as far as they are.
 *
 * @param text the text up to the first byte that is not UTF-8, without byte order mark
 * @param bom whether it began with a byte order mark
 * @param whole whether all bytes are UTF-8
 */
record Utf8(String text, boolean bom, boolean whole) {
    static final String HINT = "Maybe save it again as UTF-8: in Excel as \"CSV UTF-8 (comma delimited)\", "
            + "in LibreOffice with the character set \"Unicode (UTF-8)\".";

    static final char MARK = '\uFEFF';

    static Utf8 of(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer chars = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
        String text = chars.flip().toString();
        boolean bom = !text.isEmpty() && text.charAt(0) == MARK;
        return new Utf8(bom ? text.substring(1) : text, bom, result.isUnderflow());
    }

    /** The line, from 1, on which the position stands. */
    static int line(String text, int position) {
        return 1 + (int) text.chars().limit(position).filter(c -> c == '\n').count();
    }
}
