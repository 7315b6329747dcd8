package org.filorosso.api.security;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import org.apache.coyote.ProtocolHandler;
import org.filorosso.api.problem.ProblemWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** How many requests wait for a thread of the service's own port. */
@Configuration(proxyBeanMethods = false)
class Overload {

    /** Requests in the queue of the server's threads. */
    static final class Backlog implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
        private volatile @Nullable ProtocolHandler handler;

        @Override
        public void customize(TomcatServletWebServerFactory factory) {
            factory.addConnectorCustomizers(connector -> handler = connector.getProtocolHandler());
        }

        int waiting() {
            ProtocolHandler known = handler;
            Executor threads = known == null ? null : known.getExecutor();
            if (threads instanceof org.apache.tomcat.util.threads.ThreadPoolExecutor own) {
                return own.getQueue().size();
            }
            return threads instanceof ThreadPoolExecutor other
                    ? other.getQueue().size()
                    : 0;
        }
    }

    @Bean
    Backlog backlog() {
        return new Backlog();
    }

    @Bean
    FilterRegistrationBean<OverloadFilter> overloadFilter(
            Backlog backlog, LimitSettings limits, ProblemWriter problems, MeterRegistry meters) {
        meters.gauge("filorosso.requests.waiting", backlog, Backlog::waiting);
        FilterRegistrationBean<OverloadFilter> filter =
                new FilterRegistrationBean<>(new OverloadFilter(backlog::waiting, limits.waiting(), problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }
}
