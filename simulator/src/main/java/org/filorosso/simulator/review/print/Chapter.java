package org.filorosso.simulator.review.print;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.filorosso.engine.playbook.Playbook;

/**
 * One table in words.
 *
 * @param table canonical name, or {@code settings}
 */
record Chapter(String table, List<Statement> statements) {

    static final String SETTINGS = "settings";

    /** All chapters of a playbook, settings first, then the tables in canonical order; empty tables have no rows. */
    static List<Chapter> of(Playbook playbook, Words words) {
        Naming naming = new Naming(playbook, words);
        RuleSentences rules = new RuleSentences(naming);
        DictionarySentences dictionary = new DictionarySentences(naming, rules);
        OfferSentences offers = new OfferSentences(naming, rules);
        Playbook.Tables tables = playbook.tables();
        List<Chapter> chapters = new ArrayList<>();
        chapters.add(new Chapter(SETTINGS, dictionary.settings()));
        chapters.add(of("attributes", tables.attributes(), dictionary::attribute));
        chapters.add(of("lifecycle", tables.lifecycle(), rules::lifecycle));
        chapters.add(of("segments", tables.segments(), rules::segment));
        chapters.add(of("events", tables.events(), dictionary::event));
        chapters.add(of("lists", tables.lists(), dictionary::list));
        chapters.add(of("channels", tables.channels(), offers::channel));
        chapters.add(of("actions", playbook.catalogue().actions(), offers::action));
        chapters.add(of("prices", tables.prices(), offers::price));
        chapters.add(of("budgets", tables.budgets(), offers::budget));
        chapters.add(of("treatments", tables.treatments(), offers::treatment));
        chapters.add(of("engagement", tables.engagement(), rules::engagement));
        chapters.add(of("contact-policy", tables.contactPolicy(), rules::contactPolicy));
        chapters.add(of("arbitration", tables.arbitration(), rules::arbitration));
        chapters.add(of("propensity", tables.propensity(), rules::propensity));
        chapters.add(of("coherence", tables.coherence(), rules::coherence));
        chapters.add(of("journeys", tables.journeys(), rules::journey));
        chapters.add(of("experiments", tables.experiments(), rules::experiment));
        chapters.add(of("kpis", tables.kpis(), dictionary::kpi));
        return chapters;
    }

    private static <T> Chapter of(String table, List<T> rows, Function<T, Statement> sentence) {
        return new Chapter(table, rows.stream().map(sentence).toList());
    }
}
