package org.filorosso.api.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.filorosso.api.demo.InventedCustomer.Answer;
import org.filorosso.api.demo.InventedCustomer.Contact;
import org.filorosso.api.demo.InventedCustomer.Offer;
import org.filorosso.engine.playbook.Direction;
import org.jspecify.annotations.Nullable;

/** Invents what customers were told in the last half year, and what they said to it. */
final class Contacts {
    private static final int FEWEST = 5;
    private static final int MOST = 30;
    private static final List<String> REASONS = List.of("price", "no need", "has it", "timing");

    private final Offers offers;
    private final Random chance;
    private final Instant today;

    Contacts(Offers offers, Random chance, Instant today) {
        this.offers = offers;
        this.chance = chance;
        this.today = today;
    }

    /**
     * 5 to 30 contacts, oldest first; some of the last are left open.
     *
     * @param issue what they are mostly about
     * @param marketing whether he may be written to
     */
    List<Contact> of(String issue, boolean marketing) {
        List<Contact> contacts = new ArrayList<>();
        int count = FEWEST + chance.nextInt(MOST - FEWEST + 1);
        for (int i = 0; i < count; i++) {
            Instant at = today.minus(Duration.ofDays(2 + chance.nextInt(178)))
                    .minus(Duration.ofMinutes(chance.nextInt(400)));
            contacts.add(marketing && chance.nextBoolean() ? written(issue, at) : spoken(issue, at));
        }
        if (issue.equals("Grow") && chance.nextInt(6) == 0) {
            contacts.add(putOff());
        }
        contacts.sort(Comparator.comparing(Contact::at));
        return contacts;
    }

    /** A welcome call that went well, three weeks ago. */
    Contact welcomed() {
        Instant at = today.minus(Duration.ofDays(21));
        Offer offer = offers.of("welcome-call", "contact-centre", chance);
        return new Contact(offer, Direction.INBOUND, at, null, new Answer("accepted", at.plusSeconds(240), null, null));
    }

    private Contact written(String issue, Instant at) {
        Offer offer = offers.of(issue, chance.nextInt(3) == 0 ? "sms" : "email", chance);
        return new Contact(offer, Direction.OUTBOUND, at, null, answer(at, 4));
    }

    private Contact spoken(String issue, Instant at) {
        boolean service = chance.nextInt(3) == 0;
        Offer offer = offers.of(service ? "Service" : issue, chance.nextBoolean() ? "contact-centre" : "app", chance);
        return new Contact(offer, Direction.INBOUND, at, null, answer(at, 10));
    }

    /** Said "later" to fibre, at a price that still stands. */
    private Contact putOff() {
        Instant at = today.minus(Duration.ofDays(1 + chance.nextInt(6)));
        Offer offer = offers.of("move-to-fibre", "contact-centre", chance);
        Instant resume = chance.nextBoolean() ? today.plus(Duration.ofDays(1 + chance.nextInt(9))) : null;
        Answer later = new Answer("later", at.plusSeconds(180), "timing", resume);
        return new Contact(offer, Direction.INBOUND, at, new BigDecimal("29.90"), later);
    }

    /** @param percent of those who say yes */
    private @Nullable Answer answer(Instant at, int percent) {
        int said = chance.nextInt(100);
        Instant then = at.plusSeconds(60L + chance.nextInt(600));
        if (said < percent) {
            return new Answer("accepted", then, null, null);
        }
        return said < percent + 25
                ? new Answer("rejected", then, REASONS.get(chance.nextInt(REASONS.size())), null)
                : said < percent + 45 ? new Answer("ignored", then, null, null) : null;
    }
}
