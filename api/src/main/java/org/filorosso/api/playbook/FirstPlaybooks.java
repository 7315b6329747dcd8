package org.filorosso.api.playbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.filorosso.api.ops.ServiceSettings;
import org.filorosso.api.security.Caller;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * The playbooks that a start brings along: those of the operator's folder, else those shipped. Each is checked, tested
 * and published when its revision is not known yet; a broken one is told with all its problems and stops no other. What
 * is shipped never replaces what people published under the same name: an upgrade is no publication.
 */
@Component
final class FirstPlaybooks {
    private static final Logger LOG = LoggerFactory.getLogger(FirstPlaybooks.class);
    private static final String SHIPPED = "/shipped/";
    private static final String SETTINGS = "playbook.yaml";

    private final Publishing publishing;
    private final @Nullable Path folder;

    FirstPlaybooks(Publishing publishing, ServiceSettings settings) {
        this.publishing = publishing;
        this.folder = settings.playbookFolder();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("filorosso.playbooks (" + folder
                    + ") must be a folder and is none. Maybe the folder above that of the playbook.");
        }
    }

    /** @throws org.springframework.dao.DataAccessException if the database cannot be reached */
    void publish() {
        try {
            if (folder != null) {
                publish(playbooks(folder), true);
            } else {
                publishShipped();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void publish(List<Path> playbooks, boolean replacing) {
        if (playbooks.isEmpty()) {
            LOG.warn("There are no playbooks to begin with in {}.", folder);
        }
        for (Path playbook : playbooks) {
            List<String> problems = publishing.atStart(playbook, Caller.SERVICE, replacing);
            if (!problems.isEmpty()) {
                LOG.error("The playbook {} is refused:\n{}", playbook.getFileName(), String.join("\n", problems));
            }
        }
    }

    private static List<Path> playbooks(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(FirstPlaybooks::isPlaybook).sorted().toList();
        }
    }

    private static boolean isPlaybook(Path path) {
        String name = path.getFileName().toString();
        return Files.exists(path.resolve(SETTINGS))
                || (Files.isRegularFile(path) && (name.endsWith(".xlsx") || name.endsWith(".zip")));
    }

    /** The playbooks inside the jar, laid out as files, since that is how playbooks are read. */
    private void publishShipped() throws IOException {
        Path unpacked = Files.createTempDirectory("shipped");
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:shipped/**/*.*")) {
                String address = file.getURL().toString();
                Path to = unpacked.resolve(address.substring(address.lastIndexOf(SHIPPED) + SHIPPED.length()));
                if (file.isReadable()) {
                    Files.createDirectories(to.getParent());
                    try (InputStream content = file.getInputStream()) {
                        Files.copy(content, to);
                    }
                }
            }
            publish(playbooks(unpacked), false);
        } finally {
            FileSystemUtils.deleteRecursively(unpacked);
        }
    }
}
