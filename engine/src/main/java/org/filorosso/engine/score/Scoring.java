package org.filorosso.engine.score;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.score.Scorecard.Score;
import org.jspecify.annotations.Nullable;

/**
 * Scores subject after subject; nothing of them is kept but sums, the worst offenders and a sample of decisions. The same
 * subjects in any order give the same scores to the last digits of a sum. Not thread-safe.
 */
public final class Scoring {
    private final CoherencePart coherence;
    private final ChannelsPart channels;
    private final ContextPart context;
    private final ThreadsPart threads;
    private final NextActionPart next;
    private final OutcomesPart outcomes;
    private final ControlsPart controls;
    private final CalibrationPart calibration;
    private long subjects;

    /**
     * @param playbook by whose rules contacts are judged
     * @param again decides a logged decision without stage and context, empty when its facts are gone; null when facts
     *     are not kept at all: then context is not scored
     */
    public Scoring(Playbook playbook, Scope scope, @Nullable Function<Decided, Optional<Blanked>> again) {
        this.coherence = new CoherencePart(playbook, scope);
        this.channels = new ChannelsPart(playbook, scope);
        this.context = new ContextPart(scope, again);
        this.threads = new ThreadsPart(playbook, scope);
        this.next = new NextActionPart(scope);
        this.outcomes = new OutcomesPart(scope);
        this.controls = new ControlsPart(playbook, scope);
        this.calibration = new CalibrationPart(playbook, scope);
    }

    /** Adds all that is logged of one subject; each subject once. */
    public void add(SubjectLog log) {
        subjects++;
        List<Contacted> contacts = Contacted.of(log);
        coherence.add(log, contacts);
        channels.add(log, contacts);
        context.add(log);
        threads.add(log, contacts);
        next.add(log);
        outcomes.add(log, contacts);
        controls.add(log);
        calibration.add(log, contacts);
    }

    /** The scores so far. */
    public Scorecard scorecard() {
        return new Scorecard(
                subjects,
                List.of(
                        Score.of("coherence", coherence.part()),
                        Score.of("channels", channels.part()),
                        Score.of("context", context.part()),
                        Score.of("continuity", threads.part(), next.part()),
                        Score.of("closed loop", outcomes.part(), controls.part(), calibration.part())));
    }
}
