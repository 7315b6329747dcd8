package org.filorosso.api.decision;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.Decision.Result;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.simulator.log.AnswerJson;
import org.filorosso.simulator.log.Delivery;
import org.filorosso.simulator.log.Privacy;
import org.jspecify.annotations.Nullable;

/** Answers as they go over the wire. The same decision always gives the same bytes. */
final class Answers {
    private final ResponseTokens tokens;
    private final AnswerJson open = new AnswerJson(Privacy.NONE);
    private final LoadingCache<Playbook, AnswerJson> masked =
            Caffeine.newBuilder().weakKeys().build(playbook -> new AnswerJson(Privacy.of(playbook)));

    Answers(ResponseTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * UTF-8 JSON.
     *
     * @param hides whether personal values are hidden from the caller
     */
    byte[] json(Answered answered, boolean hides) {
        LivePlaybook live = answered.live();
        AnswerJson json = hides ? masked.get(live.playbook()) : open;
        Delivery delivery = new Delivery(
                answered.degraded(), answered.dryRun() ? result -> null : result -> token(answered, result));
        return json.utf8(answered.decision(), answered.request().explain(), delivery);
    }

    /** The same of several: {@code {"decisions": [...]}}. */
    byte[] json(List<Answered> many, boolean hides) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("{\"decisions\":[".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < many.size(); i++) {
            if (i > 0) {
                bytes.write(',');
            }
            bytes.writeBytes(json(many.get(i), hides));
        }
        bytes.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private @Nullable String token(Answered answered, Result result) {
        Decision decision = answered.decision();
        Request request = answered.request();
        return tokens.sign(new ResponseToken(
                decision.interactionId(),
                decision.subjectId(),
                result.action(),
                result.treatment(),
                request.channel(),
                request.direction(),
                result.rank(),
                decision.playbook(),
                decision.revision(),
                decision.stage(),
                result.price(),
                decision.at()));
    }
}
