package org.filorosso.api.playbook;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.filorosso.api.ops.ServiceSettings;
import org.filorosso.api.security.AuditLog;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.DatabaseClock;
import org.filorosso.api.store.Dialect;
import org.filorosso.api.store.Schema;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What one node knows of playbooks, with real stores and without a web server. */
final class Node implements AutoCloseable {
    final Database database;
    private final Schema schema;
    final RevisionStore store;
    final Publishing publishing;
    final PolledPlaybooks playbooks;
    final List<String> audited = new CopyOnWriteArrayList<>();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    /** @param settings names behind {@code filorosso.}, and values */
    Node(Database database, Path dataDir, String... settings) {
        this.database = database;
        this.store = new RevisionStore(database);
        DatabaseClock clock = new DatabaseClock(database);
        this.schema = new Schema(database, clock);
        AuditLog log = (who, act, target, detail) -> audited.add(act + " " + target);
        this.publishing = new Publishing(database, store, clock, log);
        ServiceSettings set = settings(dataDir, settings);
        this.playbooks = new PolledPlaybooks(store, schema, new FirstPlaybooks(publishing, set), set, meters, clock);
    }

    /** The node, started. */
    static Node started(Database database, Path dataDir, String... settings) {
        Node node = new Node(database, dataDir, settings);
        node.playbooks.start();
        return node;
    }

    /** A database that is away. */
    static Database away() {
        var nobody = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/nobody?connectTimeout=1", "none", "");
        return Database.of(nobody, Dialect.POSTGRESQL);
    }

    static ServiceSettings settings(Path dataDir, String... settings) {
        Map<String, String> values = new HashMap<>();
        values.put("filorosso.data-dir", dataDir.toString());
        for (int i = 0; i < settings.length; i += 2) {
            values.put("filorosso." + settings[i], settings[i + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(values))
                .bind("filorosso", ServiceSettings.class)
                .get();
    }

    /** Which revision of a playbook decides here. */
    String live(String name) {
        return playbooks.named(name).revision();
    }

    @Override
    public void close() {
        playbooks.stop();
        schema.close();
    }
}
