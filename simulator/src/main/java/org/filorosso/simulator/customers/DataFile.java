package org.filorosso.simulator.customers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.filorosso.engine.playbook.io.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * A file of customers, history, events or list members, or a stream in the form of one; always UTF-8.
 *
 * @param path of a stream only a name
 * @param read how many bytes of it have been read since it was last opened
 * @param stream null of a file; else it is read once
 */
public record DataFile(Path path, AtomicLong read, @Nullable InputStream stream) {
    private static final int BUFFER = 1 << 16;
    private static final String SAVE_AGAIN =
            "Maybe save it again as UTF-8: in Excel as \"CSV UTF-8 (comma delimited)\", "
                    + "in LibreOffice with the character set \"Unicode (UTF-8)\".";

    /** Formats of data files. */
    public enum Format {
        CSV,
        NDJSON,
        PARQUET
    }

    /**
     * A file that is there and can be read.
     *
     * @throws FlawException if it is not; the hint names near files of the same folder
     */
    public static DataFile of(Path path) throws FlawException {
        DataFile file = new DataFile(path, new AtomicLong(), null);
        if (Files.isDirectory(path)) {
            throw new FlawException(Flaw.of(path.toString(), "is a folder, not a file", null));
        }
        if (!Files.isReadable(path)) {
            throw file.unreadable(new NoSuchFileException(path.toString()));
        }
        return file;
    }

    /** What somebody sends; nothing of it is kept, and it is not closed. */
    public static DataFile of(InputStream stream, Format format) {
        return new DataFile(Path.of("body." + format.name().toLowerCase(Locale.ROOT)), new AtomicLong(), stream);
    }

    /** Its name without the folder. */
    public String name() {
        return String.valueOf(path.getFileName());
    }

    /**
     * The format, by the end of the name.
     *
     * @throws FlawException if it is none of ours
     */
    public Format format() throws FlawException {
        String lower = name().toLowerCase(Locale.ROOT);
        if (lower.endsWith(".csv") || lower.endsWith(".txt")) {
            return Format.CSV;
        }
        if (lower.endsWith(".ndjson") || lower.endsWith(".jsonl")) {
            return Format.NDJSON;
        }
        if (lower.endsWith(".parquet")) {
            return Format.PARQUET;
        }
        throw new FlawException(Flaw.of(
                path.toString(),
                "is in no format that can be read",
                "Maybe a .csv, .ndjson, .jsonl or .parquet file."));
    }

    /** How much of it has been read, 0..1. */
    public double fraction() {
        long size = path.toFile().length();
        return size == 0 ? 1 : Math.min(1, (double) read.get() / size);
    }

    BufferedReader reader() throws IOException {
        return reader("");
    }

    /** @param tail read after the last character of the file */
    BufferedReader reader(String tail) throws IOException {
        read.set(0);
        InputStream file = new Counted(stream == null ? Files.newInputStream(path) : stream, read);
        return new BufferedReader(
                new InputStreamReader(
                        new SequenceInputStream(file, new ByteArrayInputStream(tail.getBytes(UTF_8))),
                        UTF_8.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                BUFFER);
    }

    FlawException unreadable(Exception cause) {
        if (cause instanceof NoSuchFileException) {
            return new FlawException(Flaw.of(path.toString(), "there is no such file", nearFiles()));
        }
        if (cause instanceof MalformedInputException) {
            return notUtf8();
        }
        String why = cause instanceof AccessDeniedException ? "access is denied" : String.valueOf(cause.getMessage());
        return new FlawException(Flaw.of(path.toString(), "cannot be read: " + why, null));
    }

    private @Nullable String nearFiles() {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return "Maybe the folder is mistyped.";
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
            return Nearest.maybe(name(), names);
        } catch (IOException e) {
            return "Maybe the folder cannot be read.";
        }
    }

    /** Says where the file stops being UTF-8: looked for only when reading has failed. */
    FlawException notUtf8() {
        if (stream != null) {
            return new FlawException(Flaw.of(name(), "is not UTF-8", "Maybe it was written in another encoding."));
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER)) {
            byte[] line = new byte[BUFFER];
            long number = 1;
            int length = 0;
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b == '\n' || length == line.length) {
                    if (!isUtf8(line, length)) {
                        break;
                    }
                    number += b == '\n' ? 1 : 0;
                    length = 0;
                }
                line[length++] = (byte) b;
            }
            return new FlawException(
                    new Flaw(name(), number, null, badCell(line, length), "is not UTF-8 from here on", SAVE_AGAIN));
        } catch (IOException e) {
            return unreadable(e);
        }
    }

    private static boolean isUtf8(byte[] bytes, int length) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String badCell(byte[] bytes, int length) {
        String text = new String(Arrays.copyOf(bytes, length), UTF_8);
        return Arrays.stream(text.split("[,;]", -1))
                .map(String::strip)
                .filter(cell -> cell.indexOf('\uFFFD') >= 0)
                .findFirst()
                .orElse("");
    }

    /** Counts the bytes that pass. */
    private static final class Counted extends FilterInputStream {
        private final AtomicLong read;

        Counted(InputStream in, AtomicLong read) {
            super(in);
            this.read = read;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            read.addAndGet(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            read.addAndGet(Math.max(0, count));
            return count;
        }
    }
}
