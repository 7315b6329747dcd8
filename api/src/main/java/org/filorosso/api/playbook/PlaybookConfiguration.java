package org.filorosso.api.playbook;

import org.filorosso.api.store.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stores of playbooks and stops. */
@Configuration(proxyBeanMethods = false)
class PlaybookConfiguration {

    @Bean
    RevisionStore revisionStore(Database database) {
        return new RevisionStore(database);
    }

    @Bean
    StopStore stopStore(Database database) {
        return new StopStore(database);
    }
}
