package org.filorosso.api.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;

/**
 * Delivers messages as lines of JSON, in one file a day. What was written is on the disk when {@link #write} returns; a line
 * that a crash cut off is closed, and comes again whole.
 */
final class OutboxFile {
    private final Path folder;

    OutboxFile(Path folder) {
        this.folder = folder;
    }

    /** @throws IOException if the lines may not be on the disk: then they are to be written again */
    void write(LocalDate day, List<String> lines) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("outbox-" + day + ".jsonl");
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = channel.size();
            channel.position(end);
            String text = (cutOff(channel, end) ? "\n" : "") + String.join("\n", lines) + "\n";
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static boolean cutOff(FileChannel channel, long end) throws IOException {
        if (end == 0) {
            return false;
        }
        ByteBuffer last = ByteBuffer.allocate(1);
        return channel.read(last, end - 1) == 1 && last.get(0) != '\n';
    }
}
