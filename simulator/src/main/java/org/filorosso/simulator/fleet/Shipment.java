package org.filorosso.simulator.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A command as it can be sent to another machine: what was typed, and the content of every file and folder that it names.
 * Never objects of this process: the other side reads the files as this side did.
 *
 * @param arguments what the command line would take there
 * @param items files and folders by the words that name them in the arguments
 */
public record Shipment(List<String> arguments, List<Item> items) {
    private static final String ARGUMENTS = "arguments";
    private static final String NAMES = "names";

    public Shipment {
        arguments = List.copyOf(arguments);
        items = List.copyOf(items);
    }

    /**
     * A file, or a folder with all that is in it.
     *
     * @param named as the arguments name it
     * @param text sent as the content of the file; null is the content that it has
     */
    public record Item(String named, Path path, @Nullable String text) {}

    /**
     * A shipment that has arrived.
     *
     * @param paths where the items are now, by the words that name them
     */
    public record Arrived(List<String> arguments, Map<String, Path> paths) {}

    /**
     * Writes it as one zip.
     *
     * @throws IOException if a file cannot be read, or the zip cannot be written
     */
    public void write(OutputStream file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry(ARGUMENTS));
            zip.write(new WireWriter().texts(arguments).done());
            zip.putNextEntry(new ZipEntry(NAMES));
            zip.write(names());
            for (int i = 0; i < items.size(); i++) {
                write(items.get(i), i, zip);
            }
        }
    }

    private byte[] names() {
        WireWriter names = new WireWriter().number(items.size());
        for (int i = 0; i < items.size(); i++) {
            names.text(items.get(i).named()).text(place(items.get(i), i));
        }
        return names.done();
    }

    /** The name stays: messages and results show it. */
    private static String place(Item item, int number) {
        return number + "/" + item.path().toAbsolutePath().normalize().getFileName();
    }

    private static void write(Item item, int number, ZipOutputStream zip) throws IOException {
        String place = place(item, number);
        String text = item.text();
        if (text != null) {
            zip.putNextEntry(new ZipEntry(place));
            zip.write(text.getBytes(UTF_8));
        } else if (Files.isDirectory(item.path())) {
            try (Stream<Path> files = Files.walk(item.path(), FileVisitOption.FOLLOW_LINKS)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    zip.putNextEntry(new ZipEntry(place + "/"
                            + item.path().relativize(file).toString().replace('\\', '/')));
                    Files.copy(file, zip);
                }
            }
        } else {
            zip.putNextEntry(new ZipEntry(place));
            Files.copy(item.path(), zip);
        }
    }

    /**
     * Unpacks one.
     *
     * @param folder exists and is empty
     * @throws IOException if it is no shipment, or cannot be written
     */
    public static Arrived unpack(InputStream file, Path folder) throws IOException {
        Map<String, byte[]> own = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(ARGUMENTS) || entry.getName().equals(NAMES)) {
                    own.put(entry.getName(), zip.readAllBytes());
                } else {
                    Path to = inside(folder, entry.getName());
                    Files.createDirectories(to.resolveSibling("."));
                    Files.copy(zip, to);
                }
            }
        }
        byte[] arguments = own.get(ARGUMENTS);
        byte[] names = own.get(NAMES);
        if (arguments == null || names == null) {
            throw new IOException("This is no shipment of a command");
        }
        return new Arrived(new WireReader(arguments).texts(), paths(new WireReader(names), folder));
    }

    private static Map<String, Path> paths(WireReader in, Path folder) throws IOException {
        Map<String, Path> paths = new HashMap<>();
        int count = (int) in.number();
        for (int i = 0; i < count; i++) {
            String named = in.text();
            paths.put(named, inside(folder, in.text()));
        }
        return paths;
    }

    private static Path inside(Path folder, String name) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        Path path = root.resolve(name).normalize();
        if (!path.startsWith(root)) {
            throw new IOException("An entry lies outside the shipment: " + name);
        }
        return path;
    }
}
