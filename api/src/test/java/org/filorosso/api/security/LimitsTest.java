package org.filorosso.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.filorosso.api.fixture.Client.Answer;
import org.filorosso.api.fixture.RunningService;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.problem.ProblemWriter;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Hazard: one caller takes everything, or what cannot be served in time waits instead of being told so. */
class LimitsTest {

    @Test
    void tellsACallerWhoAsksTooOftenToComeAgain() {
        try (RunningService service =
                RunningService.started(TestDatabase.H2, "--filorosso.limits.requests-per-second=3")) {
            Answer refused = IntStream.range(0, 200)
                    .mapToObj(i -> service.as(Role.ADMIN).get("/v1/keys"))
                    .filter(answer -> answer.status() != 200)
                    .findFirst()
                    .orElseThrow();
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(refused.headers().firstValue("RateLimit")).contains("\"second\";r=0;t=1");
            assertThat(refused.json().get("code").asString()).isEqualTo("API-TOO-MANY");
            assertThat(service.as(Role.AGENT).get("/v1/keys").status())
                    .as("others are not held up")
                    .isEqualTo(403);
        }
    }

    @Test
    void refusesAtOnceWhatWouldOnlyWait() throws Exception {
        AtomicInteger waiting = new AtomicInteger(3);
        ProblemWriter problems = TestDatabase.H2.service().bean(ProblemWriter.class);
        OverloadFilter filter = new OverloadFilter(waiting::get, 2, problems);
        MockHttpServletResponse shed = new MockHttpServletResponse();
        filter.doFilter(new MockHttpServletRequest("POST", "/v1/decisions"), shed, new MockFilterChain());
        assertThat(shed.getStatus()).isEqualTo(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        assertThat(shed.getHeader("Retry-After")).isEqualTo("1");
        waiting.set(2);
        MockFilterChain served = new MockFilterChain();
        filter.doFilter(new MockHttpServletRequest("POST", "/v1/decisions"), new MockHttpServletResponse(), served);
        assertThat(served.getRequest()).isNotNull();
    }

    @Test
    void knowsHowManyRequestsWait() {
        assertThat(TestDatabase.H2.service().bean(Overload.Backlog.class).waiting())
                .isNotNegative();
    }
}
