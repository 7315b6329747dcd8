package org.filorosso.simulator.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What an arm that is not finished has decided, day by day, so that it can be gone on with: the days in the journal are lived
 * through again without deciding, and everything else follows as it did. A day is a block of bytes with a checksum; one that was
 * not written to its end is as if it were not there. By one thread.
 */
final class Journal implements AutoCloseable {
    static final String FILE = "journal";

    private static final int MARK = 0x46_4A_44_31;
    private static final int AROUND = 2 * Integer.BYTES + Long.BYTES;

    private final RandomAccessFile file;
    private final List<Long> starts = new ArrayList<>();
    private long[] lengths = {};

    /** The journal was written by another program, or of another simulation: the arm has to begin anew. */
    static final class OtherStory extends RuntimeException {
        private static final long serialVersionUID = 1;

        OtherStory(String why) {
            super(why);
        }
    }

    /**
     * A day of the journal.
     *
     * @param seal checksum of the day's row of days.csv
     * @param encounters as {@link Recalled} has written them, in their order
     */
    record Day(long seal, DataInputStream encounters) {}

    /**
     * Finds the days that are whole, and forgets what comes after them.
     *
     * @param path made when it is not there
     * @throws IOException if it cannot be read or written
     */
    Journal(Path path) throws IOException {
        this.file = new RandomAccessFile(path.toFile(), "rw");
        long at = 0;
        for (DataInputStream block = block(at); block != null && block.readInt() == starts.size(); block = block(at)) {
            lengths = lengths(block);
            starts.add(at);
            at = file.getFilePointer();
        }
        file.setLength(at);
    }

    /** How many days it holds. */
    int days() {
        return starts.size();
    }

    /** How long the files of the decision log were at the end of the last day; empty where there is no day or log. */
    long[] lengths() {
        return lengths.clone();
    }

    /** Begins anew. */
    void clear() throws IOException {
        file.setLength(0);
        starts.clear();
        lengths = new long[0];
    }

    /** A day; null where the journal ends before it. */
    @Nullable
    Day day(int day) throws IOException {
        DataInputStream block = day < starts.size() ? block(starts.get(day)) : null;
        if (block == null) {
            return null;
        }
        block.readInt();
        lengths(block);
        return new Day(block.readLong(), block);
    }

    /**
     * Adds the next day.
     *
     * @param row of days.csv
     * @param logs how long the files of the decision log are now
     */
    void add(String row, byte[] encounters, long... logs) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(starts.size());
        out.writeInt(logs.length);
        for (long length : logs) {
            out.writeLong(length);
        }
        out.writeLong(checksum(row.getBytes(UTF_8)));
        out.write(encounters);
        byte[] block = bytes.toByteArray();
        ByteArrayOutputStream framed = new ByteArrayOutputStream(block.length + AROUND);
        DataOutputStream frame = new DataOutputStream(framed);
        frame.writeInt(MARK);
        frame.writeInt(block.length);
        frame.write(block);
        frame.writeLong(checksum(block));
        starts.add(file.length());
        file.seek(file.length());
        file.write(framed.toByteArray());
        lengths = logs.clone();
    }

    /** Whether a row of days.csv is the one of which this is the checksum. */
    static boolean sealed(String row, long seal) {
        return checksum(row.getBytes(UTF_8)) == seal;
    }

    /** The block that begins at a place; null where there is no whole one. The file is at its end then. */
    private @Nullable DataInputStream block(long at) throws IOException {
        long room = file.length() - at - AROUND;
        file.seek(at);
        if (room < 0 || file.readInt() != MARK) {
            return null;
        }
        int length = file.readInt();
        if (length < 0 || length > room) {
            return null;
        }
        byte[] block = new byte[length];
        file.readFully(block);
        return file.readLong() == checksum(block) ? new DataInputStream(new ByteArrayInputStream(block)) : null;
    }

    private static long[] lengths(DataInputStream block) throws IOException {
        long[] lengths = new long[block.readInt()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = block.readLong();
        }
        return lengths;
    }

    private static long checksum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return sum.getValue();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
