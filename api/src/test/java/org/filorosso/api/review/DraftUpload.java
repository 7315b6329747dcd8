package org.filorosso.api.review;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.filorosso.api.fixture.Client;
import org.filorosso.api.fixture.Client.Answer;

/** Uploads a folder. */
final class DraftUpload {
    private DraftUpload() {}

    static Answer of(Client client, String name, Path folder) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            for (Path file : all) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                zip.write(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return client.send(
                "POST",
                "/v1/playbooks/" + name + "/revisions",
                "application/zip",
                BodyPublishers.ofByteArray(bytes.toByteArray()));
    }
}
