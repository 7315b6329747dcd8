package org.filorosso.api.store;

import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.filorosso.api.ops.ServiceSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database of this service. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {
    private static final Duration HOUR = Duration.ofHours(1);

    @Bean
    Database database(DataSource source, @Value("${spring.datasource.url}") String url) {
        return Database.of(source, Dialect.of(url));
    }

    @Bean
    DatabaseClock databaseClock(Database database) {
        return new DatabaseClock(database);
    }

    @Bean
    Schema schema(Database database, DatabaseClock clock) {
        return new Schema(database, clock);
    }

    @Bean
    CounterStore counterStore(Database database) {
        return new CounterStore(database);
    }

    @Bean
    Outbox outbox(Database database, DatabaseClock clock, ServiceSettings settings) {
        return new OutboxTable(database, clock, settings.outboxFolder() != null);
    }

    /** Parts for the quarters ahead, what may be forgotten, and what waits to be delivered. */
    @Bean
    Lookout housekeeping(Database database, DatabaseClock clock, Schema schema, ServiceSettings settings) {
        Partitions partitions = new Partitions(database);
        Retention retention = new Retention(database, partitions, settings.keepFacts(), settings.keepRows());
        if (schema.ready()) {
            // before the first row of this quarter comes
            partitions.makeAhead(clock.instant());
        }
        Lookout lookout = new Lookout("housekeeping", schema::ready);
        lookout.every(HOUR, "Making the parts of the quarters ahead", () -> partitions.makeAhead(clock.instant()));
        lookout.every(HOUR.multipliedBy(6), "Forgetting what is too old", () -> retention.forget(clock.instant()));
        lookout.every(Duration.ofMillis(250), "Compacting the database's file", new FileUpkeep(database)::once);
        Path folder = settings.outboxFolder();
        if (folder != null) {
            OutboxPublisher publisher = new OutboxPublisher(database, clock, new OutboxFile(folder));
            lookout.every(Duration.ofMillis(500), "Publishing the outbox", publisher::publish);
        }
        return lookout;
    }
}
