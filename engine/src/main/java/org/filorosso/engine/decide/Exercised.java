package org.filorosso.engine.decide;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.ActionSet;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Coherence;
import org.filorosso.engine.playbook.ContactPolicy;
import org.filorosso.engine.playbook.Engagement;
import org.filorosso.engine.playbook.Journey;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Price;
import org.filorosso.engine.playbook.PropensityRow;
import org.filorosso.engine.playbook.Row;
import org.filorosso.engine.playbook.Target;
import org.filorosso.engine.playbook.Treatment;
import org.jspecify.annotations.Nullable;

/**
 * Which rows had a say in a decision that has been made. That a row matched is not enough: a suitability row whose
 * action was dropped for eligibility could be deleted and nobody would notice. See {@link Trace#exercised()}.
 */
final class Exercised {

    private final Deciding deciding;
    private final Playbook.Tables tables;
    private final BitSet rows = new BitSet();

    private Exercised(Deciding deciding) {
        this.deciding = deciding;
        this.tables = deciding.playbook().tables();
    }

    /** @param deciding after the last stage */
    static BitSet rows(Deciding deciding) {
        Exercised exercised = new Exercised(deciding);
        exercised.whoHeIs();
        exercised.whoMaySeeIt();
        exercised.whatHappenedBefore();
        exercised.whatWins();
        return exercised.rows;
    }

    private void whoHeIs() {
        tables.lifecycle().stream()
                .map(one -> one.row())
                .filter(deciding::matches)
                .findFirst()
                .ifPresent(this::add);
        tables.segments().forEach(one -> addIf(deciding.matches(one.row()), one.row()));
        tables.experiments().forEach(one -> addIf(deciding.matches(one.row()), one.row()));
    }

    private void whoMaySeeIt() {
        for (Engagement row : tables.engagement()) {
            addIf(asked(row.row(), row.target(), stage(row.policy())), row.row());
        }
        entered(StageCode.TREATMENT).forEach(this::treatments);
    }

    private static StageCode stage(Engagement.Policy policy) {
        return switch (policy) {
            case ELIGIBILITY -> StageCode.ELIGIBILITY;
            case APPLICABILITY -> StageCode.APPLICABILITY;
            case SUITABILITY -> StageCode.SUITABILITY;
        };
    }

    private void treatments(int action) {
        List<Treatment> all = deciding.blueprint.treatments.of(action, deciding.channel.index());
        for (Channel.Placement placement : deciding.placements()) {
            Treatment chosen =
                    deciding.blueprint.treatments.choose(all, placement.name(), deciding.languages(), deciding.matched);
            if (chosen != null) {
                add(chosen.row());
            }
        }
    }

    private void whatHappenedBefore() {
        for (ContactPolicy row : tables.contactPolicy()) {
            boolean counted = ContactPolicyStage.concerns(deciding, row)
                    && asked(row.row(), row.target(), StageCode.CONTACT_POLICY)
                    && !new ContactCount(deciding, row).nothing();
            addIf(counted, row.row());
        }
        tables.coherence().forEach(row -> addIf(coherent(row), row.row()));
        for (Journey row : tables.journeys()) {
            StageCode stage = row.effect() == Journey.Effect.WAIT ? StageCode.JOURNEY : StageCode.ARBITRATION;
            boolean begun =
                    deciding.continuity.threads().stream().anyMatch(thread -> Objects.equals(thread.row(), row.row()));
            addIf(begun && asked(row.row(), row.target(), stage), row.row());
        }
    }

    private boolean coherent(Coherence row) {
        return switch (row.kind()) {
            case SERVICE_FIRST, REQUIRES -> asked(row.row(), row.target(), StageCode.COHERENCE);
            case NOT_AFTER ->
                asked(row.row(), row.target(), StageCode.COHERENCE) && CoherenceStage.forbids(deciding, row);
            case NEVER_TOGETHER ->
                asked(row.row(), row.target(), StageCode.PLACEMENT)
                        && reached(Objects.requireNonNull(row.other()), StageCode.PLACEMENT);
            case SAME_TERMS -> asked(row.row(), row.target(), StageCode.ARBITRATION) && honoured(row);
        };
    }

    private boolean honoured(Coherence row) {
        for (int action : entered(StageCode.ARBITRATION).toArray()) {
            if (row.equals(deciding.pricing.of(action).sameTerms())) {
                return true;
            }
        }
        return false;
    }

    private void whatWins() {
        tables.arbitration().forEach(row -> addIf(asked(row.row(), row.target(), StageCode.ARBITRATION), row.row()));
        entered(StageCode.ARBITRATION).forEach(action -> {
            PropensityRow believed = Beliefs.row(deciding, action);
            Price price = price(deciding.action(action));
            addIf(believed != null, believed == null ? null : believed.row());
            addIf(price != null, price == null ? null : price.row());
        });
    }

    private @Nullable Price price(Action action) {
        List<Price> own = deciding.blueprint.prices.getOrDefault(action.index(), List.of());
        return own.stream()
                .filter(one -> deciding.matches(one.row()))
                .findFirst()
                .orElse(null);
    }

    /** Whether a row matched and an action it names was still a candidate when its stage began. */
    private boolean asked(Row row, Target target, StageCode stage) {
        return deciding.matches(row) && reached(target, stage);
    }

    private boolean reached(Target target, StageCode stage) {
        return entered(stage).intersects(target.actions());
    }

    private ActionSet entered(StageCode stage) {
        ActionSet entered = deciding.entered.get(stage);
        return entered == null ? ActionSet.none(deciding.playbook().catalogue().size()) : entered;
    }

    private void addIf(boolean exercised, @Nullable Row row) {
        if (exercised && row != null) {
            add(row);
        }
    }

    private void add(Row row) {
        rows.set(row.index());
    }
}
