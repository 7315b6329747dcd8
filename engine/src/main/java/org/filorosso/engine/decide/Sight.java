package org.filorosso.engine.decide;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.filorosso.engine.decide.KnownSlots.Known;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.history.HistoryView;
import org.filorosso.engine.match.Fact;
import org.filorosso.engine.match.Layers;
import org.filorosso.engine.match.Matcher;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Experiment;
import org.filorosso.engine.playbook.LifecycleRow;
import org.filorosso.engine.playbook.Row;
import org.filorosso.engine.playbook.SegmentRow;
import org.filorosso.engine.playbook.Settings;

/** Sees the customer: fills the fact, layer by layer, and finds every row that matches. */
final class Sight {

    private final Blueprint blueprint;
    private final Matcher matcher;

    Sight(Blueprint blueprint, Matcher matcher) {
        this.blueprint = blueprint;
        this.matcher = matcher;
    }

    Deciding.Seen see(Subject subject, Request request, State state) {
        return see(subject, request, state, true);
    }

    /** @param staged false: nobody knows the stage, as if it were missing */
    Deciding.Seen see(Subject subject, Request request, State state, boolean staged) {
        ZonedDateTime now = request.at().atZone(blueprint.playbook.settings().zone());
        HistoryView history =
                HistoryView.of(blueprint.playbook, blueprint.channels, now, subject.past(), subject.householdPast());
        Fact fact = blueprint.layout.fact(call -> blueprint.questions.answer(call, history));
        new Filling(fact, subject, request, history).fill(state);
        return seen(subject, request, state, new Looked(history, fact), staged);
    }

    /**
     * The same customer on another channel: what does not depend on channel and direction is not worked out again.
     *
     * @param request differs from the one seen in nothing but channel and direction
     */
    Deciding.Seen seeAlso(Deciding.Seen seen, Request request, State state) {
        Fact fact = seen.fact().without(blueprint.channelled);
        blueprint.slots.set(fact, Known.CHANNEL, request.channel());
        blueprint.slots.set(fact, Known.DIRECTION, request.direction().code());
        return seen(seen.subject(), request, state, new Looked(seen.history(), fact), true);
    }

    /** The customer's past and what is known of him. */
    private record Looked(HistoryView history, Fact fact) {}

    private Deciding.Seen seen(Subject subject, Request request, State state, Looked known, boolean staged) {
        BitSet matched = new BitSet(blueprint.playbook.rowCount());
        Map<String, String> variants = new HashMap<>();
        Naming naming = new Naming(subject, state.fixed(), variants, staged);
        String stage = match(known.fact(), matched, known.history().now(), naming);
        Settings settings = blueprint.playbook.settings();
        String arm = AssignmentStage.arm(settings, subject, state.fixed());
        Deciding.Assigned assigned =
                new Deciding.Assigned(arm, AssignmentStage.settings(settings, arm), stage, variants);
        return new Deciding.Seen(blueprint, subject, request, known.history(), known.fact(), matched, assigned);
    }

    /** Matches every layer; what a layer makes is set before the next one reads it. Returns the stage. */
    private String match(Fact fact, BitSet matched, ZonedDateTime now, Naming naming) {
        String stage = "";
        List<Layers.Layer> layers = blueprint.layers.layers();
        for (int i = 0; i < layers.size(); i++) {
            matcher.match(i, fact, matched);
            expire(matched, now);
            switch (layers.get(i).makes()) {
                case STAGE -> stage = naming.staged() ? stage(fact, matched) : LifecycleRow.ANY;
                case SEGMENTS -> segments(fact, matched);
                case VARIANT ->
                    naming.variant(fact, matched, layers.get(i).experiment().get(0));
                case CANDIDATES -> {}
            }
        }
        return stage;
    }

    /** A row out of its dates is as if it were not there. */
    private void expire(BitSet matched, ZonedDateTime now) {
        for (Row row : blueprint.dated) {
            if (!row.dates().contain(now)) {
                matched.clear(row.index());
            }
        }
    }

    /** The stage of the first row that matches; without a lifecycle everybody is in the same one. */
    private String stage(Fact fact, BitSet matched) {
        for (LifecycleRow row : blueprint.playbook.tables().lifecycle()) {
            if (matched.get(row.row().index())) {
                blueprint.slots.set(fact, Known.STAGE, row.stage());
                return row.stage();
            }
        }
        blueprint.slots.set(fact, Known.STAGE, LifecycleRow.ANY);
        return LifecycleRow.ANY;
    }

    private void segments(Fact fact, BitSet matched) {
        List<String> segments = new ArrayList<>();
        for (SegmentRow row : blueprint.playbook.tables().segments()) {
            if (matched.get(row.row().index()) && !segments.contains(row.segment())) {
                segments.add(row.segment());
            }
        }
        blueprint.slots.set(fact, Known.SEGMENTS, List.copyOf(segments));
    }

    /** What the subject is called on the way: a variant of each experiment, and a stage unless that is left out. */
    private record Naming(Subject subject, State.Fixed fixed, Map<String, String> variants, boolean staged) {

        void variant(Fact fact, BitSet matched, Experiment experiment) {
            String variant = fixed.variants().get(experiment.name());
            if (variant == null) {
                variant = matched.get(experiment.row().index())
                        ? AssignmentStage.variant(experiment, subject)
                        : Experiment.OUTSIDE;
            }
            variants.put(experiment.name(), variant);
            fact.set(experiment.slot(), variant);
        }
    }

    /** Puts into the fact what the caller brought. */
    private final class Filling {
        private final Fact fact;
        private final Subject subject;
        private final Request request;
        private final HistoryView history;

        Filling(Fact fact, Subject subject, Request request, HistoryView history) {
            this.fact = fact;
            this.subject = subject;
            this.request = request;
            this.history = history;
        }

        void fill(State state) {
            blueprint.slots.customer.forEach(this::attribute);
            for (Attribute attribute : blueprint.slots.context) {
                Object value = request.contexts().get(attribute.name());
                fact.set(attribute.slot(), Values.allowed(attribute, value) ? value : null);
            }
            scope(state);
            clock();
            value();
            promises();
        }

        private void attribute(Attribute attribute) {
            Subject.Dated dated = subject.attributes().get(attribute.name());
            boolean usable = dated != null && Values.allowed(attribute, dated.value()) && fresh(attribute, dated);
            fact.set(attribute.slot(), usable && dated != null ? dated.value() : null);
        }

        private boolean fresh(Attribute attribute, Subject.Dated dated) {
            Span maxAge = attribute.maxAge();
            Instant asOf = dated.asOf();
            return maxAge == null
                    || asOf == null
                    || !asOf.isBefore(maxAge.before(history.now()).toInstant());
        }

        private void scope(State state) {
            KnownSlots slots = blueprint.slots;
            Settings settings = blueprint.playbook.settings();
            String language = request.language() != null ? request.language() : subject.language();
            slots.set(fact, Known.CHANNEL, request.channel());
            slots.set(fact, Known.DIRECTION, request.direction().code());
            slots.set(fact, Known.LANGUAGE, language == null ? settings.defaultLanguage() : language);
            slots.set(fact, Known.HOUSEHOLD, subject.household());
            slots.set(fact, Known.LISTS, lists());
            slots.set(fact, Known.CONSENTS, consents(settings));
            slots.set(fact, Known.PREFERRED_CHANNELS, subject.preferredChannels());
            Double days = state.daysInStage();
            slots.set(fact, Known.DAYS_IN_STAGE, days == null ? null : Values.number(days));
        }

        /** A list that has ended is as if nobody were on it. */
        private List<String> lists() {
            return blueprint.playbook.tables().lists().stream()
                    .filter(list -> list.until() == null || history.now().isBefore(list.until()))
                    .map(list -> list.name())
                    .filter(subject.lists()::contains)
                    .toList();
        }

        private List<String> consents(Settings settings) {
            return settings.purposes().stream()
                    .filter(purpose -> {
                        Subject.Consent consent = subject.consents().get(purpose);
                        return consent != null && consent.granted() && consent.holds(request.at());
                    })
                    .toList();
        }

        private void clock() {
            ZonedDateTime now = history.now();
            KnownSlots slots = blueprint.slots;
            slots.set(fact, Known.NOW, now);
            slots.set(fact, Known.TODAY, now.toLocalDate());
            slots.set(fact, Known.HOUR, Values.number(now.getHour()));
            slots.set(fact, Known.WEEKDAY, now.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        }

        private void value() {
            Settings.CustomerValue settings = blueprint.playbook.settings().value();
            CustomerWorth measured = settings == null ? null : CustomerWorth.of(settings, history);
            KnownSlots slots = blueprint.slots;
            slots.set(fact, Known.RECENCY, measured == null ? null : measured.recency());
            slots.set(fact, Known.FREQUENCY, measured == null ? null : measured.frequency());
            slots.set(fact, Known.MONETARY, measured == null ? null : measured.monetary());
            slots.set(fact, Known.VALUE_CHANGE, measured == null ? null : measured.change());
            slots.set(fact, Known.RFM, CustomerWorth.rfm(subject, measured));
            slots.set(fact, Known.CUSTOMER_VALUE, CustomerWorth.value(subject, measured));
        }

        private void promises() {
            Promises promises = Promises.of(blueprint.playbook.catalogue(), history.own(), history.now());
            blueprint.slots.set(fact, Known.OPEN_PROMISES, Values.number(promises.open()));
            blueprint.slots.set(fact, Known.BROKEN_PROMISES, Values.number(promises.broken()));
        }
    }
}
