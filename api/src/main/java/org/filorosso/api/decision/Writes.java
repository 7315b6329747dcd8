package org.filorosso.api.decision;

import java.util.concurrent.atomic.AtomicBoolean;
import org.filorosso.api.store.Outbox;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.simulator.log.AnswerJson;
import org.filorosso.simulator.log.Privacy;
import org.jspecify.annotations.Nullable;

/** Turns decisions into what is written of them. */
final class Writes {
    private static final AnswerJson JSON = new AnswerJson(Privacy.NONE);

    private final @Nullable Outbox outbox;

    Writes(@Nullable Outbox outbox) {
        this.outbox = outbox;
    }

    DecisionWrite of(Made made) {
        return new DecisionWrite(
                DecisionRows.of(made),
                made.ask().key(),
                made.newStage(),
                made.charges(),
                message(made),
                new AtomicBoolean());
    }

    private Outbox.@Nullable Message message(Made made) {
        Outbox listener = outbox;
        return listener == null || !listener.wanted()
                ? null
                : new Outbox.Message(
                        made.decision().interactionId(), "decision", JSON.line(made.decision(), Explain.NONE));
    }
}
