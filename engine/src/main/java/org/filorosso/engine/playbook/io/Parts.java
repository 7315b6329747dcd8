package org.filorosso.engine.playbook.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a workbook or an archive, opened only after the file's size, the number of its parts and what they inflate to were
 * counted. Declared sizes are not trusted. Nothing is ever unpacked to disk, so names of parts lead nowhere.
 */
final class Parts implements Closeable {
    private final ZipFile zip;

    private Parts(ZipFile zip) {
        this.zip = zip;
    }

    /**
     * Opens a workbook.
     *
     * @throws UnreadableWorkbook if it is too large, damaged, or none
     */
    static Parts open(Path file) throws IOException, UnreadableWorkbook {
        return open(file, "workbook");
    }

    /**
     * Opens a zip of any kind.
     *
     * @param what it is, for messages
     * @throws UnreadableWorkbook if it is too large, damaged, or none
     */
    static Parts open(Path file, String what) throws IOException, UnreadableWorkbook {
        if (Files.size(file) > Limits.MOST_WORKBOOK_BYTES) {
            throw tooLarge("the " + what + " is larger than", Limits.MOST_WORKBOOK_BYTES);
        }
        ZipFile zip = zip(file, what);
        try {
            count(zip, what);
            return new Parts(zip);
        } catch (UnreadableWorkbook | IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static ZipFile zip(Path file, String what) throws IOException, UnreadableWorkbook {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException | IllegalArgumentException e) {
            throw new UnreadableWorkbook(
                    Code.NOT_A_WORKBOOK,
                    "is no " + what + (what.equals("workbook") ? " (.xlsx)" : " (.zip)") + ", or a damaged one",
                    what.equals("workbook")
                            ? "Maybe it is an old .xls or has a password: save it as .xlsx, without password."
                            : "Maybe it is another kind of archive, or has a password: zip the folder, without password.");
        }
    }

    private static void count(ZipFile zip, String what) throws IOException, UnreadableWorkbook {
        if (zip.size() > Limits.MOST_ENTRIES) {
            throw new UnreadableWorkbook(
                    Code.WORKBOOK_ENTRIES,
                    "has " + zip.size() + " parts, " + Limits.MOST_ENTRIES + " are allowed",
                    "Maybe pictures or old sheets can go.");
        }
        Set<String> names = new HashSet<>();
        long bytes = 0;
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                throw new UnreadableWorkbook(
                        Code.DUPLICATE_ENTRY, "holds the part \"" + entry.getName() + "\" twice", null);
            }
            bytes += inflate(zip, entry, Limits.MOST_INFLATED_BYTES - bytes, what);
        }
    }

    private static long inflate(ZipFile zip, ZipEntry entry, long most, String what)
            throws IOException, UnreadableWorkbook {
        byte[] buffer = new byte[64 * 1024];
        long bytes = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                if (bytes > most) {
                    throw tooLarge("the " + what + " inflates to more than", Limits.MOST_INFLATED_BYTES);
                }
            }
        } catch (ZipException e) {
            throw new UnreadableWorkbook(
                    Code.NOT_A_WORKBOOK, "is damaged: the part \"" + entry.getName() + "\" cannot be read", null);
        }
        return bytes;
    }

    private static UnreadableWorkbook tooLarge(String what, int bytes) {
        return new UnreadableWorkbook(
                Code.WORKBOOK_TOO_LARGE,
                what + " " + bytes / 1024 / 1024 + " MB",
                "Maybe a whole column was formatted, or pictures can go.");
    }

    /** The part of this name, or null; a leading slash is left out. */
    @Nullable
    InputStream part(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name.startsWith("/") ? name.substring(1) : name);
        return entry == null ? null : zip.getInputStream(entry);
    }

    /** The names of all parts. */
    List<String> names() {
        return zip.stream().map(ZipEntry::getName).toList();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** A workbook that cannot be read at all. */
    static final class UnreadableWorkbook extends Exception {
        private static final long serialVersionUID = 1L;
        private final Code code;
        private final @Nullable String hint;

        UnreadableWorkbook(Code code, String message, @Nullable String hint) {
            super(message);
            this.code = code;
            this.hint = hint;
        }

        Problem problem(String file) {
            return Problem.error(code, file, 0, String.valueOf(getMessage())).maybe(hint);
        }
    }
}
