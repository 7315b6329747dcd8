package org.filorosso.api.response;

import java.time.Instant;
import java.util.List;
import org.filorosso.api.store.DatabaseClock;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes responses. */
@RestController
class ResponseController {
    private final ResponseChecks checks;
    private final ResponseWriter writer;
    private final DatabaseClock clock;

    ResponseController(ResponseChecks checks, ResponseWriter writer, DatabaseClock clock) {
        this.checks = checks;
        this.writer = writer;
        this.clock = clock;
    }

    @PostMapping("/v1/responses")
    Recorded respond(@RequestBody GivenResponses posted) {
        Instant now = clock.instant();
        List<Response> responses = Durable.now(() -> checks.check(posted, now));
        return new Recorded(Durable.await(writer.write(responses)));
    }
}
