package org.filorosso.engine.decide;

import java.time.Instant;
import java.util.List;
import org.filorosso.engine.decide.Candidate.Limit;
import org.filorosso.engine.decide.Candidate.Why;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.history.Contact;
import org.filorosso.engine.playbook.Coherence;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.Target;
import org.jspecify.annotations.Nullable;

/** Nothing that contradicts what this customer was told, took or complained of, on any channel. */
final class CoherenceStage implements Stage {

    @Override
    public StageCode code() {
        return StageCode.COHERENCE;
    }

    @Override
    public void refuse(Deciding deciding) {
        for (Coherence row : deciding.playbook().tables().coherence()) {
            if (deciding.matches(row.row()) && forbids(deciding, row)) {
                deciding.candidates.removeAll(row.target().actions());
            }
        }
    }

    static boolean forbids(Deciding deciding, Coherence row) {
        return switch (row.kind()) {
            case NOT_AFTER -> latest(deciding, row) != null;
            case REQUIRES -> latest(deciding, row) == null;
            case SERVICE_FIRST -> true;
            case NEVER_TOGETHER, SAME_TERMS -> false;
        };
    }

    /** The latest counted outcome on the other target, or null. */
    private static @Nullable Contact latest(Deciding deciding, Coherence row) {
        Target other = row.other();
        Span within = row.within();
        Instant since = within == null ? Instant.MIN : deciding.history.since(within);
        List<Contact> own = deciding.history.own();
        for (int i = own.size() - 1; i >= 0; i--) {
            Contact contact = own.get(i);
            if (!contact.at().isAfter(since)) {
                return null;
            }
            if (counts(row, contact) && other != null && names(other, contact.action())) {
                return contact;
            }
        }
        return null;
    }

    private static boolean names(Target target, int action) {
        return action >= 0 ? target.names(action) : target.level() == Target.Level.ALL;
    }

    /** A reversed acceptance opens nothing. */
    private static boolean counts(Coherence row, Contact contact) {
        boolean undone = contact.outcome() == Outcome.ACCEPTED && contact.reversed();
        return row.outcomes().contains(contact.outcome()) && !undone;
    }

    @Override
    public Why why(Deciding deciding, int action) {
        for (Coherence row : deciding.playbook().tables().coherence()) {
            if (row.target().names(action) && deciding.matches(row.row()) && forbids(deciding, row)) {
                return why(deciding, row);
            }
        }
        throw new IllegalStateException("A refused action must have a coherence row against it");
    }

    private static Why why(Deciding deciding, Coherence row) {
        if (row.kind() == Coherence.Kind.SERVICE_FIRST) {
            return Failures.matched(deciding, row.row());
        }
        Why why = deciding.why(row.row());
        return new Why(why.rule(), why.source(), why.reason(), null, List.of(), limit(deciding, row));
    }

    private static @Nullable Limit limit(Deciding deciding, Coherence row) {
        Contact latest = latest(deciding, row);
        Span within = row.within();
        if (latest == null || within == null) {
            return null;
        }
        Instant until = within.after(latest.at().atZone(deciding.now.getZone())).toInstant();
        return new Limit(1, 1, within.toString(), until);
    }
}
