package org.filorosso.api.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.filorosso.api.fixture.Client;
import org.filorosso.api.security.Role;

/**
 * The keys that the first start of a service leaves behind; they hold on every node of its database.
 *
 * @param byRole role, in lower case, to key
 */
public record Keys(Map<String, String> byRole) {

    /** Reads {@code keys.txt} of a data directory. */
    public static Keys of(Path dataDir) {
        try {
            return new Keys(Files.readAllLines(dataDir.resolve("keys.txt")).stream()
                    .map(line -> line.trim().split("\\s+"))
                    .filter(words -> words.length == 2)
                    .collect(Collectors.toMap(words -> words[0].toLowerCase(Locale.ROOT), words -> words[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A caller of this role at this port. */
    public Client at(int port, Role role) {
        String key = byRole.get(role.code());
        if (key == null) {
            throw new IllegalStateException("no key of role " + role.code() + " among " + byRole.keySet());
        }
        return new Client("http://127.0.0.1:" + port, key);
    }
}
