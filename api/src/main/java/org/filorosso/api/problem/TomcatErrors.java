package org.filorosso.api.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Problems in place of Tomcat's own pages: for what is refused before any filter sees it. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class TomcatErrors implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        // the firewall behind it refuses an encoded slash as it does any other odd address
        factory.addConnectorCustomizers(connector -> connector.setEncodedSolidusHandling("passthrough"));
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(Page.class.getName());
            }
        });
    }

    /** Writes the problem; Tomcat makes it. */
    public static final class Page extends ErrorReportValve {
        private static final JsonMapper JSON = JsonMapper.builder().build();

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            Kind kind = Kind.of(response.getStatus());
            String trace = TraceFilter.of(null);
            byte[] body = JSON.writeValueAsBytes(ProblemBody.of(kind, ErrorTexts.of(kind), java.util.List.of(), trace));
            try {
                response.setContentType(ProblemBody.MEDIA_TYPE);
                response.setHeader("X-Content-Type-Options", "nosniff");
                response.setHeader("Cache-Control", "no-store");
                response.getOutputStream().write(body);
                response.finishResponse();
            } catch (IOException e) {
                container.getLogger().debug("A caller hung up");
            }
        }
    }
}
