package org.filorosso.api.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/**
 * One kept-alive HTTP connection of a thread, with the least work of its own: the generator shares the processors with
 * what it measures, and the JDK's client would take a good part of them.
 */
final class Connection implements AutoCloseable {
    private final int port;
    private final String head;
    private Socket socket;
    private InputStream in;
    private boolean closing;
    private boolean degraded;

    /**
     * @param path to post to
     * @param headers more of them, each ending in CRLF
     */
    Connection(int port, String path, String headers) throws IOException {
        this.port = port;
        this.head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n" + headers
                + "Content-Length: ";
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        this.in = prepared(socket);
    }

    private static InputStream prepared(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        return new BufferedInputStream(socket.getInputStream(), 16384);
    }

    /** A server ends a connection after so many requests, and says so. */
    private void reopen() throws IOException {
        socket.close();
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        in = prepared(socket);
        closing = false;
    }

    /**
     * An answer.
     *
     * @param size of its body in bytes
     * @param degraded whether it says that it is
     */
    record Answer(int status, int size, boolean degraded) {}

    /** Posts a body and reads the answer to its end. */
    Answer post(String body) throws IOException {
        if (closing) {
            reopen();
        }
        byte[] bytes = body.getBytes(UTF_8);
        byte[] first = (head + bytes.length + "\r\n\r\n").getBytes(ISO_8859_1);
        byte[] all = java.util.Arrays.copyOf(first, first.length + bytes.length);
        System.arraycopy(bytes, 0, all, first.length, bytes.length);
        socket.getOutputStream().write(all);
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        boolean chunked = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).trim());
            }
            closing |= lower.equals("connection: close");
            chunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
        }
        degraded = false;
        int size = chunked ? chunks() : body(length);
        return new Answer(status, size, degraded);
    }

    private int chunks() throws IOException {
        int size = 0;
        for (int chunk = Integer.parseInt(line(), 16); chunk > 0; chunk = Integer.parseInt(line(), 16)) {
            size += body(chunk);
            line();
        }
        line();
        return size;
    }

    private int body(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("the connection ended");
        }
        // it stands among the first fields
        degraded |= new String(bytes, 0, Math.min(400, length), ISO_8859_1).contains("\"degraded\":\"");
        return length;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection ended");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
