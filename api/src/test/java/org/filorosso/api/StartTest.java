package org.filorosso.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.security.Role;
import org.filorosso.api.store.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hazard: the service starts on one database and not on the other. */
class StartTest {

    @ParameterizedTest
    @EnumSource
    void startsWithTheSchemaOfThisVersion(TestDatabase database) {
        assertThat(database.service().bean(Schema.class).ready()).isTrue();
        assertThat(database.service().as(Role.ADMIN).get("/nothing").status()).isEqualTo(404);
    }
}
