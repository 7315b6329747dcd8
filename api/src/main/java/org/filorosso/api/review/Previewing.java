package org.filorosso.api.review;

import java.time.Instant;
import java.util.List;
import org.filorosso.api.decision.DecisionRecord;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.simulator.review.diff.DecisionPairs;
import org.filorosso.simulator.run.Decided;
import org.jspecify.annotations.Nullable;

/** Decides logged decisions again, by their own revision and by another. Not thread-safe. */
final class Previewing {
    private final LivePlaybook revision;
    private final DecisionPairs pairs = new DecisionPairs();
    private long erased;
    private long notKept;
    private long channelGone;

    Previewing(LivePlaybook revision) {
        this.revision = revision;
    }

    /** @param records latest first */
    Preview of(List<DecisionRecord> records) {
        records.forEach(this::add);
        Instant from =
                records.isEmpty() ? null : records.get(records.size() - 1).at();
        Instant to = records.isEmpty() ? null : records.get(0).at();
        return new Preview(
                revision.name(),
                revision.revision(),
                from,
                to,
                new Preview.Skipped(erased, notKept, channelGone),
                pairs.diff());
    }

    private void add(DecisionRecord record) {
        Decided before = again(record);
        if (before == null) {
            return;
        }
        String channel = before.request().channel();
        List<Channel> channels = revision.playbook().tables().channels();
        if (channels.stream().noneMatch(one -> one.name().equals(channel))) {
            channelGone++;
            return;
        }
        Decision after = revision.engine().decide(before.subject(), before.request(), before.state());
        String where = channel + " " + before.request().direction().code();
        pairs.add(record.interactionId(), where, before.decision(), after);
    }

    private @Nullable Decided again(DecisionRecord record) {
        if (record.erased()) {
            erased++;
            return null;
        }
        try {
            return record.again();
        } catch (Refusal e) {
            if (e.kind() == Kind.ERASED) {
                erased++;
            } else {
                notKept++;
            }
            return null;
        }
    }
}
