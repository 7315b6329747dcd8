package org.filorosso.simulator.stats.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Numbers added up by key, arm and segment, whatever the order of the rows. What outgrows memory goes to temporary files by a hash
 * of the key, and comes back file by file: memory holds some hundred thousand keys, or a 256th of them. Not thread-safe.
 */
public final class Gathered implements AutoCloseable {
    private static final int MOST = 300_000;
    private static final int FILES = 256;
    private static final int BUFFER = 1 << 14;

    private final int size;
    private final int most;
    private Map<String, List<Cell>> held = new LinkedHashMap<>();
    private @Nullable Path folder;
    private final List<DataOutputStream> files = new ArrayList<>();

    /**
     * One sum.
     *
     * @param segment number of the segment
     * @param arm number of the arm
     * @param values sums, changed in place
     */
    public record Cell(int segment, int arm, double[] values) {
        void add(double... more) {
            for (int i = 0; i < values.length; i++) {
                values[i] += more[i];
            }
        }
    }

    /** @param size numbers in a row */
    public Gathered(int size) {
        this(size, MOST);
    }

    Gathered(int size, int most) {
        this.size = size;
        this.most = most;
    }

    /** Adds a row; the array is copied. */
    public void add(String key, int segment, int arm, double... values) {
        List<Cell> cells = held.get(key);
        if (cells == null) {
            if (held.size() >= most) {
                spill();
            }
            cells = new ArrayList<>(1);
            held.put(key, cells);
        }
        for (Cell cell : cells) {
            if (cell.segment == segment && cell.arm == arm) {
                cell.add(values);
                return;
            }
        }
        cells.add(new Cell(segment, arm, values.clone()));
    }

    private void spill() {
        try {
            if (folder == null) {
                open();
            }
            for (Map.Entry<String, List<Cell>> entry : held.entrySet()) {
                DataOutputStream file = files.get(Math.floorMod(entry.getKey().hashCode(), FILES));
                for (Cell cell : entry.getValue()) {
                    write(file, entry.getKey(), cell);
                }
            }
            held = new LinkedHashMap<>();
        } catch (IOException e) {
            throw new UncheckedIOException("Maybe the disk of temporary files is full", e);
        }
    }

    private void open() throws IOException {
        Path made = Files.createTempDirectory("filorosso");
        folder = made;
        for (int i = 0; i < FILES; i++) {
            files.add(new DataOutputStream(
                    new BufferedOutputStream(Files.newOutputStream(made.resolve(String.valueOf(i))), BUFFER)));
        }
    }

    private static void write(DataOutputStream file, String key, Cell cell) throws IOException {
        byte[] bytes = key.getBytes(UTF_8);
        file.writeInt(bytes.length);
        file.write(bytes);
        file.writeInt(cell.segment);
        file.writeInt(cell.arm);
        for (double value : cell.values) {
            file.writeDouble(value);
        }
    }

    /** Hands over each key once with all its sums; nothing can be added afterwards. */
    public void forEach(BiConsumer<String, List<Cell>> consumer) {
        Path spilled = folder;
        if (spilled == null) {
            held.forEach(consumer);
            return;
        }
        spill();
        try {
            for (int i = 0; i < FILES; i++) {
                files.get(i).close();
                read(spilled.resolve(String.valueOf(i))).forEach(consumer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Temporary files cannot be read again", e);
        }
    }

    private Map<String, List<Cell>> read(Path file) throws IOException {
        Gathered part = new Gathered(size, Integer.MAX_VALUE);
        long left = Files.size(file);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            while (left > 0) {
                byte[] key = new byte[in.readInt()];
                in.readFully(key);
                int segment = in.readInt();
                int arm = in.readInt();
                double[] values = new double[size];
                for (int i = 0; i < size; i++) {
                    values[i] = in.readDouble();
                }
                part.add(new String(key, UTF_8), segment, arm, values);
                left -= Integer.BYTES * 3L + key.length + (long) Double.BYTES * size;
            }
        }
        return part.held;
    }

    /** Removes the temporary files. */
    @Override
    public void close() {
        Path spilled = folder;
        if (spilled == null) {
            return;
        }
        try {
            for (int i = 0; i < files.size(); i++) {
                files.get(i).close();
                Files.deleteIfExists(spilled.resolve(String.valueOf(i)));
            }
            Files.deleteIfExists(spilled);
        } catch (IOException e) {
            throw new UncheckedIOException("Temporary files cannot be removed", e);
        }
    }
}
