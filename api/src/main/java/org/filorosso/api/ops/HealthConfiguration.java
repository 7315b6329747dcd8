package org.filorosso.api.ops;

import java.io.IOException;
import java.nio.file.Files;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.Schema;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** What health tells, on the management port. Only playbooks decide on readiness: without its database a node serves. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {
    private static final long LITTLE = 512L << 20;

    @Bean
    HealthIndicator databaseHealthIndicator(Database database, Schema schema) {
        return () -> {
            if (!schema.ready()) {
                return Degraded.because("the database has not been reached since the start");
            }
            try {
                database.sql().sql("select 1").query(Integer.class).single();
                return Health.up()
                        .withDetail("dialect", database.dialect().code())
                        .build();
            } catch (DataAccessException | TransactionException e) {
                return Degraded.because("the database cannot be reached");
            }
        };
    }

    @Bean
    HealthIndicator diskHealthIndicator(ServiceSettings settings) {
        return () -> {
            try {
                long free = Files.getFileStore(settings.dataFolder()).getUsableSpace();
                Health health =
                        Health.up().withDetail("freeMegabytes", free >> 20).build();
                return free < LITTLE ? Degraded.because("less than 512 MB are free for the data directory") : health;
            } catch (IOException e) {
                return Degraded.because("the data directory cannot be looked at");
            }
        };
    }

    @Bean
    Durability durabilityHealthIndicator(Database database, Schema schema) {
        return new Durability(database, schema);
    }
}
