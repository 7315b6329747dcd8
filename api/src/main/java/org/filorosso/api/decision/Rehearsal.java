package org.filorosso.api.decision;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.store.DatabaseClock;
import org.filorosso.api.subject.KnownSubject;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Direction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/**
 * Decides for nobody, some hundred times, before a node says that it is ready: the first decisions of a Java process take
 * longer than a caller may wait. Nothing of it is written, counted or told.
 */
final class Rehearsal implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    private static final String NOBODY = "nobody";
    private static final int ROUNDS = 50;
    private static final int READS = 3;
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final LivePlaybooks playbooks;
    private final DatabaseClock clock;
    private final Answering.Parts parts;
    private final Answers answers;

    Rehearsal(LivePlaybooks playbooks, DatabaseClock clock, Answering.Parts parts, Answers answers) {
        this.playbooks = playbooks;
        this.clock = clock;
        this.parts = parts;
        this.answers = answers;
    }

    @Override
    public void run(ApplicationArguments args) {
        for (LivePlaybook live : playbooks.all()) {
            for (Channel channel : live.playbook().tables().channels()) {
                for (Direction direction : channel.directions()) {
                    rehearse(live, new Ask.Where(channel, direction, channel.placements()));
                }
            }
        }
    }

    private void rehearse(LivePlaybook live, Ask.Where where) {
        for (int i = 0; i < ROUNDS; i++) {
            Ask ask = new Ask(
                    null, NOBODY, live, where, Map.of(), Map.of(), null, Explain.SUMMARY, true, clock.instant());
            // some reads for what reads; the rest decides for customers of whom there is something to say
            KnownSubject known = i < READS ? known(ask) : InventedSubject.of(live.playbook(), NOBODY, i, ask.at());
            Made made = parts.maker().make(ask, NOBODY + i, known, Set.of());
            answers.json(made.answered(), false);
            parts.writes().of(made);
        }
    }

    private KnownSubject known(Ask ask) {
        try {
            return parts.patience()
                    .await(() -> parts.subjects().read(NOBODY), Deadline.in(PATIENCE))
                    .seenBy(ask.live().playbook(), ask.at());
        } catch (Shortfall shortfall) {
            LOG.debug("The database is not there yet: it is rehearsed without");
            return KnownSubject.unknown(NOBODY);
        }
    }
}
