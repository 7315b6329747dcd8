package org.filorosso.engine.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.filorosso.engine.learn.Assignment;
import org.filorosso.engine.score.Scorecard.Part;
import org.jspecify.annotations.Nullable;

/**
 * Share of first results that change when stage and context are blanked: a sample of the decisions, those with the lowest
 * hashes of their interaction ids, is decided again without them.
 */
final class ContextPart {
    private static final int SAMPLE = 400;

    private final Scope scope;
    private final @Nullable Function<Decided, Optional<Blanked>> again;
    private final TreeMap<Long, Sampled> sample = new TreeMap<>();

    private record Sampled(String subject, Decided decided) {}

    ContextPart(Scope scope, @Nullable Function<Decided, Optional<Blanked>> again) {
        this.scope = scope;
        this.again = again;
    }

    void add(SubjectLog log) {
        for (Decided decided : log.decisions()) {
            if (again != null && !decided.results().isEmpty() && scope.counts(decided.at(), decided)) {
                sample.put(Assignment.bits("context", decided.interactionId()), new Sampled(log.id(), decided));
                if (sample.size() > SAMPLE) {
                    sample.pollLastEntry();
                }
            }
        }
    }

    Part part() {
        String name = "first results that change without stage and context";
        if (again == null) {
            return new Part(
                    name,
                    null,
                    Map.of(),
                    List.of(),
                    List.of("Not scored: the log does not hold the facts that decisions read, so none can be decided"
                            + " again. The service keeps them."));
        }
        Share share = new Share();
        Offenders offenders = new Offenders();
        long missing = 0;
        for (List<Sampled> ofSubject : bySubject()) {
            missing += decide(ofSubject, share, offenders);
        }
        List<String> notes = missing == 0
                ? List.of()
                : List.of(missing + " decisions of the sample are left out: their facts are erased or no longer kept");
        return new Part(name, share.figure(), Map.of(), offenders.worst(), notes);
    }

    private List<List<Sampled>> bySubject() {
        Map<String, List<Sampled>> grouped = new TreeMap<>();
        sample.values()
                .forEach(one -> grouped.computeIfAbsent(one.subject(), unseen -> new ArrayList<>())
                        .add(one));
        return List.copyOf(grouped.values());
    }

    /** Returns how many could not be decided again. */
    private long decide(List<Sampled> ofSubject, Share share, Offenders offenders) {
        int judged = 0;
        int changed = 0;
        for (Sampled one : ofSubject) {
            Optional<Blanked> blanked = blanked(one.decided());
            if (blanked.isPresent()) {
                String first = one.decided().results().get(0).action();
                boolean same = first.equals(blanked.get().first());
                offenders.add(first, "the same without stage and context", same ? 1 : 0, 1);
                judged++;
                changed += same ? 0 : 1;
            }
        }
        share.add(changed, judged);
        return ofSubject.size() - judged;
    }

    private Optional<Blanked> blanked(Decided decided) {
        return again == null ? Optional.empty() : again.apply(decided);
    }
}
