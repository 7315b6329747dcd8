package org.filorosso.simulator.policy;

import java.util.List;
import java.util.Locale;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.playbook.Engagement;
import org.filorosso.engine.playbook.Journey;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Settings;
import org.filorosso.engine.playbook.Settings.ArbitrationSettings;
import org.filorosso.engine.playbook.Settings.Arm;
import org.filorosso.engine.playbook.Settings.Exploration;
import org.filorosso.engine.playbook.Settings.PropensityModel;
import org.filorosso.engine.playbook.Settings.Ranking;
import org.jspecify.annotations.Nullable;

/** The standing baselines: what a playbook is held against. Each is the playbook itself with something taken away. */
public enum Baseline {
    /** Its rules, and a random order of what they leave. */
    RANDOM,
    /** Its rules, and the likeliest first. */
    PROPENSITY_ONLY,
    /** Its rules, and the most valuable first. */
    VALUE_ONLY,
    /** Its priorities without levers. */
    NO_LEVERS,
    /** Its priorities without applicability, suitability, contact policy, coherence, journeys and keep. */
    ELIGIBILITY_ONLY,
    /** Says nothing to anybody. */
    NO_CONTACT,
    /** Its rules, and the true propensity times value first: nobody can know as much. */
    ORACLE;

    private static final Arm CHAMPION = new Arm("champion", 1, Ranking.CHAMPION, true);

    /** As it is written: {@code propensity-only}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The baseline that is made of a playbook. */
    public Policy of(Playbook playbook) {
        Settings settings = playbook.settings();
        Playbook.Tables tables = playbook.tables();
        return switch (this) {
            case RANDOM -> ranked(playbook, new Arm(words(), 1, Ranking.RANDOM, true));
            case PROPENSITY_ONLY -> ranked(playbook, new Arm(words(), 1, Ranking.PROPENSITY, true));
            case VALUE_ONLY -> ranked(playbook, new Arm(words(), 1, Ranking.VALUE, true));
            case NO_LEVERS -> ranked(playbook, new Arm(words(), 1, Ranking.CHAMPION, false));
            case ELIGIBILITY_ONLY ->
                Policy.of(
                        words(),
                        Policy.Kind.PLAYBOOK,
                        with(
                                playbook,
                                settings(
                                        settings,
                                        new Arm(words(), 1, Ranking.CHAMPION, true),
                                        null,
                                        settings.arbitration()),
                                eligibility(tables)));
            case NO_CONTACT ->
                Policy.of(
                        words(),
                        Policy.Kind.NO_CONTACT,
                        with(playbook, settings(settings, arm(), settings.keep()), tables));
            case ORACLE -> oracle(playbook);
        };
    }

    private Arm arm() {
        return new Arm(words(), 1, Ranking.CHAMPION, true);
    }

    private Policy ranked(Playbook playbook, Arm arm) {
        Settings settings = playbook.settings();
        return Policy.of(
                words(),
                Policy.Kind.PLAYBOOK,
                with(playbook, settings(settings, arm, settings.keep()), playbook.tables()));
    }

    /** Everybody decided by what the playbook is about: nobody held out, no other arm. */
    static Playbook whole(Playbook playbook) {
        Settings settings = playbook.settings();
        return with(playbook, settings(settings, CHAMPION, settings.keep()), playbook.tables());
    }

    /** True propensities come in as counts that leave no doubt, so that they have to be listened to; nothing else weighs. */
    private Policy oracle(Playbook playbook) {
        Settings settings = playbook.settings();
        ArbitrationSettings own = settings.arbitration();
        ArbitrationSettings listening =
                new ArbitrationSettings(PropensityModel.ADAPTIVE, Exploration.NONE, 0, own.threshold(), own.halfLife());
        Playbook.Tables all = playbook.tables();
        List<Journey> binding = all.journeys().stream()
                .filter(journey -> journey.effect() != Journey.Effect.BOOST)
                .toList();
        Playbook.Tables tables = new Playbook.Tables(
                all.attributes(),
                all.lifecycle(),
                all.segments(),
                all.events(),
                all.lists(),
                all.channels(),
                all.prices(),
                all.budgets(),
                all.treatments(),
                all.engagement(),
                all.contactPolicy(),
                List.of(),
                all.propensity(),
                all.coherence(),
                binding,
                all.experiments(),
                all.kpis());
        Settings knowing = settings(settings, new Arm(words(), 1, Ranking.CHAMPION, false), null, listening);
        return Policy.of(words(), Policy.Kind.ORACLE, with(playbook, knowing, tables));
    }

    private static Playbook.Tables eligibility(Playbook.Tables all) {
        return new Playbook.Tables(
                all.attributes(),
                all.lifecycle(),
                all.segments(),
                all.events(),
                all.lists(),
                all.channels(),
                all.prices(),
                all.budgets(),
                all.treatments(),
                all.engagement().stream()
                        .filter(row -> row.policy() == Engagement.Policy.ELIGIBILITY)
                        .toList(),
                List.of(),
                all.arbitration(),
                all.propensity(),
                List.of(),
                List.of(),
                all.experiments(),
                all.kpis());
    }

    private static Playbook with(Playbook playbook, Settings settings, Playbook.Tables tables) {
        return new Playbook(
                playbook.revision(), settings, playbook.names(), tables, playbook.catalogue(), playbook.rowCount());
    }

    private static Settings settings(Settings old, Arm arm, @Nullable Span keep) {
        return settings(old, arm, keep, old.arbitration());
    }

    private static Settings settings(Settings old, Arm arm, @Nullable Span keep, ArbitrationSettings arbitration) {
        return new Settings(
                old.name(),
                old.title(),
                old.zone(),
                old.currency(),
                old.languages(),
                old.history(),
                old.purposes(),
                old.reasons(),
                old.holidays(),
                old.value(),
                old.attribution(),
                arbitration,
                null,
                List.of(arm),
                keep,
                old.importId(),
                old.locale());
    }
}
