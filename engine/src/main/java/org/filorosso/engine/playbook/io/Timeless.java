package org.filorosso.engine.playbook.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Copies a workbook without the time at which it was made, so that equal content gives equal bytes. */
final class Timeless {
    static final LocalDateTime NEVER = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final Pattern CREATED = Pattern.compile("<dcterms:created[^>]*>[^<]*</dcterms:created>");
    private static final String PROPERTIES = "docProps/core.xml";

    private Timeless() {}

    static void copy(Path workbook, OutputStream out) throws IOException {
        try (ZipFile in = new ZipFile(workbook.toFile());
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Enumeration<? extends ZipEntry> parts = in.entries(); parts.hasMoreElements(); ) {
                ZipEntry from = parts.nextElement();
                ZipEntry to = new ZipEntry(from.getName());
                to.setTimeLocal(NEVER);
                zip.putNextEntry(to);
                zip.write(content(from, in));
                zip.closeEntry();
            }
        }
    }

    private static byte[] content(ZipEntry part, ZipFile in) throws IOException {
        try (InputStream content = in.getInputStream(part)) {
            byte[] bytes = content.readAllBytes();
            if (!part.getName().equals(PROPERTIES)) {
                return bytes;
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            return CREATED.matcher(text).replaceAll("").getBytes(StandardCharsets.UTF_8);
        }
    }
}
