package org.filorosso.api.store;

import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database of this service. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

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
}
