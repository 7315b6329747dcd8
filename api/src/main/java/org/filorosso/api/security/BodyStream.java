package org.filorosso.api.security;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;

/** A body that ends in a refusal when it is too long, too slow or broken off. */
final class BodyStream extends ServletInputStream {
    private final ServletInputStream body;
    private final long longest;
    private final Duration upload;
    private final long begun = System.nanoTime();
    private long read;

    /** @param longest in bytes; {@link Long#MAX_VALUE} is streamed, and may take any time */
    BodyStream(ServletInputStream body, long longest, Duration upload) {
        this.body = body;
        this.longest = longest;
        this.upload = upload;
    }

    static Refusal tooLarge(long longest) {
        return Refusal.of(
                Kind.TOO_LARGE,
                "The body is longer than " + (longest >> 10) + " kB. Maybe send it in parts, or by :import.");
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = some(target, offset, length);
        read += Math.max(count, 0);
        if (read > longest) {
            throw tooLarge(longest);
        }
        if (longest != Long.MAX_VALUE && System.nanoTime() - begun > upload.toNanos()) {
            throw tooSlow();
        }
        return count;
    }

    private int some(byte[] target, int offset, int length) {
        try {
            return body.read(target, offset, length);
        } catch (SocketTimeoutException e) {
            throw tooSlow();
        } catch (IOException e) {
            throw Refusal.of(Kind.MALFORMED, "The body broke off, or its chunks have another form than HTTP's.");
        }
    }

    private Refusal tooSlow() {
        return Refusal.of(Kind.TIMEOUT, "The body took longer than " + upload.toSeconds() + " seconds to arrive.");
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }
}
