package org.filorosso.simulator.attribution;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.learn.Lessons;
import org.filorosso.engine.score.Contacted;
import org.filorosso.engine.score.SubjectLog;
import org.filorosso.simulator.log.OfferTerms;

/**
 * The contacts of one customer up to an acceptance, or to their end without any.
 *
 * @param contacts oldest first, at least one
 * @param sales acceptances at the end; empty where there is none
 */
record Journey(List<Contacted> contacts, List<Sale> sales) {

    /**
     * An acceptance that was not reversed.
     *
     * @param contact that proposed what was accepted
     * @param value what the response told, else V as decided
     * @param cost as decided
     */
    record Sale(Instant at, Contacted contact, String action, double value, double cost) {}

    /**
     * The journeys of a customer.
     *
     * @param window a longer pause between two contacts ends a journey without acceptance
     */
    static List<Journey> of(SubjectLog log, OfferTerms terms, Duration window) {
        List<Contacted> contacts = Contacted.of(log);
        TreeMap<Instant, List<Sale>> sales = sales(log, contacts, terms);
        List<Journey> journeys = new ArrayList<>();
        List<Contacted> run = new ArrayList<>();
        for (Contacted contact : contacts) {
            while (!sales.isEmpty() && sales.firstKey().isBefore(contact.at())) {
                sold(journeys, run, sales.pollFirstEntry().getValue());
            }
            if (!run.isEmpty() && run.get(run.size() - 1).at().plus(window).isBefore(contact.at())) {
                end(journeys, run);
            }
            run.add(contact);
        }
        sales.values().forEach(at -> sold(journeys, run, at));
        end(journeys, run);
        return journeys;
    }

    /** What was accepted after the journey to it had ended goes to its own contact alone. */
    private static void sold(List<Journey> journeys, List<Contacted> run, List<Sale> sales) {
        List<Contacted> contacts = run.isEmpty() ? List.of(sales.get(0).contact()) : List.copyOf(run);
        journeys.add(new Journey(contacts, sales));
        run.clear();
    }

    private static void end(List<Journey> journeys, List<Contacted> run) {
        if (!run.isEmpty()) {
            journeys.add(new Journey(List.copyOf(run), List.of()));
            run.clear();
        }
    }

    private static TreeMap<Instant, List<Sale>> sales(SubjectLog log, List<Contacted> contacts, OfferTerms terms) {
        TreeMap<Instant, List<Sale>> sales = new TreeMap<>();
        for (Lessons.Lesson lesson : Lessons.of(log.responses(), Instant.MAX)) {
            Interaction row = lesson.row();
            contacts.stream()
                    .filter(one -> lesson.accepted() && proposed(one, row))
                    .min(Comparator.comparing(Contacted::at))
                    .ifPresent(contact -> sales.computeIfAbsent(row.at(), at -> new ArrayList<>())
                            .add(sale(row, contact, terms)));
        }
        return sales;
    }

    private static boolean proposed(Contacted contact, Interaction row) {
        return contact.interactionId().equals(row.id())
                && contact.shown().stream().anyMatch(shown -> shown.action().equals(row.action()));
    }

    private static Sale sale(Interaction row, Contacted contact, OfferTerms terms) {
        OfferTerms.Terms decided = terms.of(row.id(), row.action());
        BigDecimal told = row.details().value();
        return new Sale(
                row.at(), contact, row.action(), told == null ? decided.value() : told.doubleValue(), decided.cost());
    }
}
