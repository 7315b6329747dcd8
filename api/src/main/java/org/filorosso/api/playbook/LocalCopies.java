package org.filorosso.api.playbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last good revisions on this node's disk, to decide by when the database is away at the start. Of each playbook the
 * latest {@value #KEPT} are kept as {@code NAME-REVISION.zip}; {@code NAME.live} lists them, the latest first, as
 * {@code sha256sum} does ({@code sha256sum -c NAME.live} checks them). A file with another digest is never read.
 */
final class LocalCopies {
    private static final Logger LOG = LoggerFactory.getLogger(LocalCopies.class);
    private static final int KEPT = 2;
    private static final int SHOWN = 12;
    private static final String LIST = ".live";

    private final Path folder;
    private final Map<String, String> faults = new ConcurrentHashMap<>();

    LocalCopies(Path folder) {
        this.folder = folder;
    }

    /** What is wrong with the copies, by file; empty when they can be relied on. */
    Map<String, String> faults() {
        return Map.copyOf(faults);
    }

    /** The playbooks of which there are copies. */
    List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(LIST))
                    .map(file -> file.substring(0, file.length() - LIST.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The intact copies of a playbook, the latest first; damaged ones are left out and told. */
    List<byte[]> intact(String name) {
        List<byte[]> intact = new ArrayList<>();
        listed(name).forEach((file, digest) -> {
            try {
                byte[] content = Files.readAllBytes(folder.resolve(file));
                if (Digest.of(content).equals(digest)) {
                    intact.add(content);
                } else {
                    report(file, "does not have the digest it was written with");
                }
            } catch (IOException e) {
                report(file, "cannot be read: " + e);
            }
        });
        return intact;
    }

    /** Tells that a copy must not be used. */
    void report(String file, String fault) {
        faults.put(file, fault);
        LOG.error("The local copy {} is refused: it {}.", file, fault);
    }

    /** Keeps a revision as the latest; what fails is told and stops nobody. */
    void keep(String name, String revision, byte[] content) {
        try {
            Files.createDirectories(folder);
            String file = name + "-" + revision.substring(0, SHOWN) + ".zip";
            Map<String, String> files = new LinkedHashMap<>();
            files.put(file, Digest.of(content));
            listed(name).forEach((older, digest) -> {
                if (files.size() < KEPT && !faults.containsKey(older)) {
                    files.putIfAbsent(older, digest);
                }
            });
            write(folder.resolve(file), content);
            StringBuilder list = new StringBuilder();
            files.forEach((kept, digest) ->
                    list.append(digest).append("  ").append(kept).append('\n'));
            write(folder.resolve(name + LIST), list.toString().getBytes(StandardCharsets.UTF_8));
            deleteOthers(name, files);
            faults.remove(file);
        } catch (IOException e) {
            report(name + LIST, "cannot be written: " + e);
        }
    }

    private void deleteOthers(String name, Map<String, String> files) throws IOException {
        TreeSet<Path> old = new TreeSet<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(file -> isCopyOf(name, file.getFileName().toString()))
                    .filter(file -> !files.containsKey(file.getFileName().toString()))
                    .forEach(old::add);
        }
        for (Path file : old) {
            Files.delete(file);
            faults.remove(file.getFileName().toString());
        }
    }

    // names hold hyphens themselves
    private static boolean isCopyOf(String name, String file) {
        return file.length() == name.length() + 1 + SHOWN + ".zip".length()
                && file.startsWith(name + "-")
                && file.endsWith(".zip");
    }

    private Map<String, String> listed(String name) {
        Map<String, String> files = new LinkedHashMap<>();
        Path list = folder.resolve(name + LIST);
        try {
            if (Files.exists(list)) {
                for (String line : Files.readAllLines(list)) {
                    String[] parts = line.split(" {2}", 2);
                    if (parts.length == 2 && isCopyOf(name, parts[1])) {
                        files.put(parts[1], parts[0]);
                    } else {
                        report(name + LIST, "holds a line that is none of ours");
                    }
                }
            }
        } catch (IOException e) {
            report(name + LIST, "cannot be read: " + e);
        }
        return files;
    }

    /** Writes a file that is there whole, or as it was before, whatever happens meanwhile. */
    static void write(Path file, byte[] content) throws IOException {
        Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), ".", ".new");
        try {
            Files.write(beside, content);
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
