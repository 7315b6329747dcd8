package org.filorosso.api.security;

import java.util.List;
import org.filorosso.api.ops.ServiceSettings;
import org.filorosso.api.problem.ProblemWriter;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.DatabaseClock;
import org.filorosso.api.store.Schema;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who may do what. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({IdentitySettings.class, LimitSettings.class})
class SecurityConfiguration implements WebMvcConfigurer {

    @Bean
    KeyStore keyStore(Database database) {
        return new KeyStore(database);
    }

    @Bean
    KeyRing keyRing(KeyStore store, ServiceSettings settings, DatabaseClock clock) {
        return new KeyRing(store, new KeyFile(settings.dataFolder().resolve("keys.cache")), clock);
    }

    @Bean
    KeyWatch keyWatch(KeyRing ring, KeyStore store, Database database, Schema schema, Setup setup) {
        FirstKeys first = new FirstKeys(
                database,
                store,
                ring,
                setup.clock(),
                setup.settings().dataFolder().resolve("keys.txt"));
        return new KeyWatch(ring, schema, setup.identity().configured() ? null : first);
    }

    @Bean
    ChainedAuditLog auditLog(Database database, DatabaseClock clock) {
        return new ChainedAuditLog(database, clock);
    }

    @Bean
    Setup setup(ServiceSettings settings, IdentitySettings identity, DatabaseClock clock) {
        return new Setup(settings, identity, clock);
    }

    /** What an operator set and what time it is. */
    record Setup(ServiceSettings settings, IdentitySettings identity, DatabaseClock clock) {}

    @Bean
    Bearers bearers(KeyRing ring, IdentitySettings identity) {
        return new Bearers(ring, identity.configured() ? Tokens.of(identity) : null);
    }

    @Bean
    Rejections rejections(ProblemWriter problems) {
        return new Rejections(problems);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
    }
}
