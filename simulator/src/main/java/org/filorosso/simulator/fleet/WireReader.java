package org.filorosso.simulator.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.filorosso.simulator.customers.Flaw;
import org.jspecify.annotations.Nullable;

/** Reads what {@link WireWriter} wrote, in the same order. Not thread-safe. */
public final class WireReader {
    private final ByteBuffer in;

    /** @param bytes not copied */
    public WireReader(byte... bytes) {
        this.in = ByteBuffer.wrap(bytes);
    }

    /** A number. */
    public long number() {
        return in.getLong();
    }

    /** Bytes. */
    public byte[] bytes() {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return bytes;
    }

    /** A text that may be missing. */
    public @Nullable String known() {
        int length = in.getInt();
        if (length == WireWriter.MISSING) {
            return null;
        }
        String text = new String(in.array(), in.arrayOffset() + in.position(), length, UTF_8);
        in.position(in.position() + length);
        return text;
    }

    /**
     * A text.
     *
     * @throws IllegalStateException if there is none
     */
    public String text() {
        String text = known();
        if (text == null) {
            throw new IllegalStateException("A text is missing where there must be one");
        }
        return text;
    }

    /** Texts. */
    public List<String> texts() {
        int count = (int) number();
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }

    /** What is wrong with a row. */
    public List<Flaw> flaws() {
        int count = (int) number();
        List<Flaw> flaws = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            flaws.add(new Flaw(text(), number(), known(), known(), text(), known()));
        }
        return flaws;
    }
}
