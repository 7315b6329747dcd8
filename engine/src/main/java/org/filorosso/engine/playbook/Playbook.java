package org.filorosso.engine.playbook;

import java.util.List;
import java.util.Map;
import org.filorosso.engine.feel.Names;

/**
 * One loaded, valid playbook: immutable, safe to share between threads, and the only thing besides its arguments that a
 * decision reads.
 *
 * @param revision 64 hex digits, the SHA-256 of the canonical form
 * @param names the slots of everything a rule may read; frozen after loading
 * @param tables the rows, table by table
 * @param rowCount how many conditional rows there are over all tables; {@link Row#index()} is below it
 */
public record Playbook(
        String revision, Settings settings, Names names, Tables tables, Catalogue catalogue, int rowCount) {

    /** The first 12 hex digits of the revision, as people see it. */
    public String shortRevision() {
        return revision.substring(0, 12);
    }

    public String name() {
        return settings.name();
    }

    /** The rows of every table, each in file order. */
    public record Tables(
            List<Attribute> attributes,
            List<LifecycleRow> lifecycle,
            List<SegmentRow> segments,
            List<EventType> events,
            List<NamedList> lists,
            List<Channel> channels,
            List<Price> prices,
            List<Budget> budgets,
            List<Treatment> treatments,
            List<Engagement> engagement,
            List<ContactPolicy> contactPolicy,
            List<Arbitration> arbitration,
            List<PropensityRow> propensity,
            List<Coherence> coherence,
            List<Journey> journeys,
            List<Experiment> experiments,
            List<Kpi> kpis) {}

    /** Texts of one sentence in the languages of the playbook; the empty key never occurs. */
    public record Texts(Map<String, String> byLanguage) {

        public static final Texts NONE = new Texts(Map.of());

        /** The text in {@code language}, else in {@code fallback}, else empty. */
        public String in(String language, String fallback) {
            String text = byLanguage.get(language);
            return text != null ? text : byLanguage.getOrDefault(fallback, "");
        }

        public boolean isEmpty() {
            return byLanguage.isEmpty();
        }
    }
}
