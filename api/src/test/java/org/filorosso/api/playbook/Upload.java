package org.filorosso.api.playbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.LocalDate;
import org.filorosso.api.fixture.Client;
import org.filorosso.api.fixture.Client.Answer;

/** Uploads as a marketer makes them. */
final class Upload {
    private Upload() {}

    /** The folder as a zip. */
    static byte[] zip(Path folder) {
        return CheckedPlaybook.read(folder, LocalDate.EPOCH).zip();
    }

    /** The folder as a workbook. */
    static byte[] workbook(Path folder) {
        return CheckedPlaybook.read(folder, LocalDate.EPOCH).workbook();
    }

    static Answer zip(Client client, String name, byte[] content) {
        return client.send(
                "POST",
                "/v1/playbooks/" + name + "/revisions",
                PlaybookController.ZIP,
                BodyPublishers.ofByteArray(content));
    }

    static Answer workbook(Client client, String name, byte[] content) {
        return client.send(
                "POST",
                "/v1/playbooks/" + name + "/revisions",
                PlaybookController.XLSX,
                BodyPublishers.ofByteArray(content));
    }

    static Answer file(Client client, String name, Path file) {
        try {
            byte[] content = java.nio.file.Files.readAllBytes(file);
            return file.toString().endsWith(".xlsx") ? workbook(client, name, content) : zip(client, name, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
