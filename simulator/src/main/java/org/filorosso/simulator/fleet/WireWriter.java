package org.filorosso.simulator.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.filorosso.simulator.customers.Flaw;
import org.jspecify.annotations.Nullable;

/** Numbers and texts as bytes, to be read in the same order by {@link WireReader}. Not thread-safe. */
public final class WireWriter {
    static final int MISSING = -1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    /** Writes a number. */
    public WireWriter number(long number) {
        return write(() -> out.writeLong(number));
    }

    /** Writes a text, or that there is none. */
    public WireWriter text(@Nullable String text) {
        return text == null ? write(() -> out.writeInt(MISSING)) : bytes(text.getBytes(UTF_8));
    }

    /** Writes bytes with their number. */
    public WireWriter bytes(byte... body) {
        return write(() -> {
            out.writeInt(body.length);
            out.write(body);
        });
    }

    /** Writes texts with their number. */
    public WireWriter texts(List<String> texts) {
        number(texts.size());
        texts.forEach(this::text);
        return this;
    }

    /** Writes what is wrong with a row. */
    public WireWriter flaws(List<Flaw> flaws) {
        number(flaws.size());
        for (Flaw flaw : flaws) {
            text(flaw.file()).number(flaw.line()).text(flaw.column()).text(flaw.value());
            text(flaw.message()).text(flaw.hint());
        }
        return this;
    }

    private interface Step {
        void run() throws IOException;
    }

    private WireWriter write(Step step) {
        try {
            step.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be written", e);
        }
    }

    /** All that was written. */
    public byte[] done() {
        return bytes.toByteArray();
    }
}
