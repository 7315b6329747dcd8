package org.filorosso.api.load;

import java.io.InputStream;
import java.util.Iterator;

/** Lines made while they are sent. */
final class Lines extends InputStream {
    private final Iterator<byte[]> lines;
    private byte[] line = {};
    private int next;

    Lines(Iterator<byte[]> lines) {
        this.lines = lines;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int most) {
        int n = 0;
        while (n < most && (next < line.length || lines.hasNext())) {
            if (next == line.length) {
                line = lines.next();
                next = 0;
            }
            int taken = Math.min(most - n, line.length - next);
            System.arraycopy(line, next, target, from + n, taken);
            next += taken;
            n += taken;
        }
        return n == 0 && most > 0 ? -1 : n;
    }
}
