package org.filorosso.engine.decide;

import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.history.HistoryView;
import org.filorosso.engine.match.Fact;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.ActionSet;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Row;
import org.jspecify.annotations.Nullable;

/** One decision while it is being made: what it knows, and who is still a candidate. Used by one thread, once. */
final class Deciding {

    final Blueprint blueprint;
    final Subject subject;
    final Request request;
    final State state;
    final ZonedDateTime now;
    final Channel channel;
    final HistoryView history;
    final Fact fact;
    final BitSet matched;
    final Assigned assigned;
    final EngagementIndex.Verdicts engagement;
    final Continuity continuity;
    final Pricing pricing;
    final EnumMap<StageCode, ActionSet> entered = new EnumMap<>(StageCode.class);

    /** Who is still in. Stages remove from it. */
    ActionSet candidates;

    /** The survivors of arbitration before chance had its say, and after, best first. */
    List<Ranked> greedy = List.of();

    List<Ranked> ranking = List.of();

    /** Who got a place. */
    List<Placed> placed = List.of();

    /** True when somebody wants to know who came to which stage. */
    boolean traced;

    /** True while fallback actions are looked at: the threshold does not hold for them. */
    boolean lastResort;

    Deciding(Seen seen, State state) {
        this.blueprint = seen.blueprint();
        this.subject = seen.subject();
        this.request = seen.request();
        this.state = state;
        this.now = seen.history().now();
        this.channel = blueprint.channel(request.channel());
        this.history = seen.history();
        this.fact = seen.fact();
        this.matched = seen.matched();
        this.assigned = seen.assigned();
        this.engagement = blueprint.engagement.verdicts(matched, now);
        this.candidates = blueprint.ordinary.copy();
        this.continuity = new Continuity(this);
        this.pricing = new Pricing(this);
    }

    /** What was seen of the customer before the first stage. */
    record Seen(
            Blueprint blueprint,
            Subject subject,
            Request request,
            HistoryView history,
            Fact fact,
            BitSet matched,
            Assigned assigned) {}

    /**
     * Where the subject belongs.
     *
     * @param arm name of the arm, or {@link AssignmentStage#HOLDOUT}
     * @param variants by experiment, of all experiments
     */
    record Assigned(
            String arm,
            org.filorosso.engine.playbook.Settings.@Nullable Arm settings,
            String stage,
            Map<String, String> variants) {}

    Playbook playbook() {
        return blueprint.playbook;
    }

    Action action(int index) {
        return blueprint.playbook.catalogue().get(index);
    }

    boolean matches(Row row) {
        return matched.get(row.index());
    }

    String language() {
        String asked = request.language() != null ? request.language() : subject.language();
        return asked == null ? playbook().settings().defaultLanguage() : asked;
    }

    String text(Playbook.Texts texts) {
        return texts.in(language(), playbook().settings().defaultLanguage());
    }

    TreatmentIndex.Languages languages() {
        return new TreatmentIndex.Languages(language(), playbook().settings().defaultLanguage());
    }

    /** The placements to fill. */
    List<Channel.Placement> placements() {
        return request.placements().isEmpty() ? channel.placements() : request.placements();
    }

    Candidate.Why why(Row row) {
        return new Candidate.Why(row.id(), row.source(), text(row.reason()), null, List.of(), null);
    }

    /** A map for what a stage remembers per action. */
    static <T> Map<Integer, T> perAction() {
        return new HashMap<>();
    }
}
