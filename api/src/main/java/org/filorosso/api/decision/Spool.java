package org.filorosso.api.decision;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.filorosso.api.store.Batcher;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decisions on disk that the database has not taken yet: files of one JSON line each, only ever appended to, synced once
 * for all who wait. A file is closed before it is stored; those of an earlier run are closed.
 */
final class Spool implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SUFFIX = ".jsonl";
    private static final Batcher.Size SIZE = new Batcher.Size(1, 256, 10_000);

    private final Path folder;
    private final Batcher<Spooled, Boolean> appends;
    private final List<Path> closed = new ArrayList<>();
    private @Nullable Path current;
    private @Nullable FileChannel open;
    private long next;

    /** @throws UncheckedIOException if the folder cannot be made or read */
    Spool(Path folder) {
        this.folder = folder;
        this.appends = new Batcher<>("decision-spool", SIZE, this::append);
        try (Stream<Path> files = Files.list(Files.createDirectories(folder))) {
            files.filter(file -> file.getFileName().toString().matches("[0-9]{12}\\" + SUFFIX))
                    .sorted()
                    .forEach(closed::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.next = closed.isEmpty() ? 0 : number(closed.get(closed.size() - 1)) + 1;
    }

    private static long number(Path file) {
        return Long.parseLong(file.getFileName().toString().replace(SUFFIX, ""));
    }

    /** Appends one; done when it is on disk, fails when the disk does not take it. */
    CompletableFuture<Boolean> submit(Spooled spooled) {
        return appends.submit(spooled);
    }

    private synchronized List<Boolean> append(List<Spooled> many) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Spooled one : many) {
            lines.writeBytes(JSON.writeValueAsBytes(one));
            lines.write('\n');
        }
        try {
            FileChannel channel = channel();
            long before = channel.position();
            try {
                write(channel, ByteBuffer.wrap(lines.toByteArray()));
            } catch (IOException e) {
                // no half line before the next one
                channel.truncate(before);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return many.stream().map(one -> Boolean.TRUE).toList();
    }

    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
    }

    private FileChannel channel() throws IOException {
        FileChannel channel = open;
        if (channel == null) {
            Path file = folder.resolve(String.format(Locale.ROOT, "%012d%s", next++, SUFFIX));
            channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            open = channel;
            current = file;
        }
        return channel;
    }

    /** The files to be stored, oldest first; nothing is appended to them any more. */
    synchronized List<Path> files() {
        Path file = current;
        if (file != null) {
            closeFile();
            closed.add(file);
        }
        return List.copyOf(closed);
    }

    /** Removes a file whose decisions are all stored. */
    synchronized void delete(Path file) throws IOException {
        Files.delete(file);
        closed.remove(file);
    }

    /** Whether anything waits to be stored. */
    synchronized boolean isEmpty() {
        return closed.isEmpty() && current == null;
    }

    private void closeFile() {
        try (FileChannel channel = open) {
            open = null;
            current = null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        appends.close();
        synchronized (this) {
            closeFile();
        }
    }
}
