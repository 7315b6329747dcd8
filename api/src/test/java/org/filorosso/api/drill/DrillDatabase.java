package org.filorosso.api.drill;

import java.nio.file.Path;

/** Where a drill is run. */
public enum DrillDatabase {
    H2 {
        @Override
        DatabaseServer server(Path folder) {
            return DatabaseServer.embedded();
        }
    },
    H2_SERVER {
        @Override
        DatabaseServer server(Path folder) {
            return new H2Server(folder);
        }
    },
    POSTGRESQL {
        @Override
        DatabaseServer server(Path folder) {
            return new PostgresServer(folder);
        }
    };

    abstract DatabaseServer server(Path folder);
}
