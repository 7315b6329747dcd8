package org.filorosso.api.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.filorosso.api.demo.InventedCustomer.Event;
import org.filorosso.engine.playbook.Playbook;

/**
 * Invents customers of the telephone company, the same ones for the same seed and day. They are plausible, not drawn from
 * anybody: who pays more has more, who is new was contacted less, few complain.
 */
final class Invention {
    static final String FIRST = "c-1001";
    private static final int FIRST_NUMBER = 1001;
    private static final List<String> NAMES = List.of(
            "Alba", "Bruno", "Chiara", "Dario", "Elena", "Fabio", "Giulia", "Ivo", "Laura", "Marco", "Nadia", "Paolo");
    private static final List<String> PAYMENTS =
            List.of("Electronic check", "Mailed check", "Bank transfer (automatic)", "Credit card (automatic)");

    private final Random chance;
    private final Instant today;
    private final Contacts contacts;

    Invention(long seed, Instant now, Playbook playbook) {
        this.chance = new Random(seed);
        this.today = now.truncatedTo(ChronoUnit.HOURS);
        this.contacts = new Contacts(new Offers(playbook), chance, today);
    }

    /** The first is the one of the documentation. */
    List<InventedCustomer> customers(int count) {
        List<InventedCustomer> customers = new ArrayList<>(count);
        customers.add(named());
        for (int i = 1; i < count; i++) {
            customers.add(customer(FIRST_NUMBER + i));
        }
        return customers;
    }

    /** Two months with us and well welcomed: the app comes next, then, on any channel, bills that pay themselves. */
    private InventedCustomer named() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("first name", "Anna");
        attributes.put("gender", "Female");
        line(attributes, 2, "DSL", 54);
        attributes.putAll(Map.of("senior", false, "partner", false, "dependents", false, "paperless", true));
        attributes.put("contract", "Month-to-month");
        attributes.put("payment method", "Mailed check");
        attributes.put("app user", false);
        return new InventedCustomer(
                FIRST,
                profile(attributes, true, List.of("app", "email"), "h-1001"),
                List.of(contacts.welcomed()),
                bills(54, 2));
    }

    private InventedCustomer customer(int number) {
        int tenure = Math.max(0, (int) (Math.pow(chance.nextDouble(), 1.6) * 84));
        String internet = pick(List.of("DSL", "Fiber optic", "Fiber optic", "No"));
        double spend = 20 + (internet.equals("No") ? 0 : 28) + chance.nextInt(40);
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("first name", pick(NAMES));
        attributes.put("gender", pick(List.of("Female", "Male")));
        line(attributes, tenure, internet, spend);
        attributes.put(
                "contract", tenure < 12 ? "Month-to-month" : pick(List.of("Month-to-month", "One year", "Two year")));
        attributes.put("payment method", pick(PAYMENTS));
        boolean left = chance.nextInt(20) == 0;
        attributes.put("left us", left);
        attributes.put("app user", chance.nextInt(3) == 0);
        List<Event> events = new ArrayList<>(bills(spend, tenure));
        if (!left) {
            events.addAll(troubles(number));
        }
        boolean marketing = chance.nextInt(4) > 0;
        List<String> preferred = chance.nextBoolean() ? List.of(pick(List.of("email", "sms", "app"))) : List.of();
        return new InventedCustomer(
                "c-" + number,
                profile(attributes, marketing, preferred, "h-" + (number - number % 3)),
                contacts.of(left ? "Win back" : tenure <= 3 ? "Welcome" : "Grow", marketing),
                events);
    }

    private void line(Map<String, Object> attributes, int tenure, String internet, double spend) {
        boolean none = internet.equals("No");
        attributes.put("senior", chance.nextInt(6) == 0);
        attributes.put("partner", chance.nextBoolean());
        attributes.put("dependents", chance.nextInt(3) == 0);
        attributes.put("tenure months", tenure);
        attributes.put("phone line", true);
        attributes.put("multiple lines", "No");
        attributes.put("internet", internet);
        for (String extra : List.of(
                "online security",
                "online backup",
                "device protection",
                "tech support",
                "streaming tv",
                "streaming movies")) {
            attributes.put(extra, none ? "No internet service" : tenure > 3 && chance.nextInt(3) == 0 ? "Yes" : "No");
        }
        attributes.put("paperless", chance.nextBoolean());
        attributes.put("monthly spend", money(spend));
        if (tenure > 0) {
            attributes.put("total spend", money(spend * tenure));
        }
        attributes.put("left us", false);
    }

    private static BigDecimal money(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
    }

    private Map<String, Object> profile(
            Map<String, Object> attributes, boolean marketing, List<String> preferred, String household) {
        Map<String, Object> dated = new LinkedHashMap<>();
        attributes.forEach((name, value) -> dated.put(name, Map.of("value", value)));
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("attributes", dated);
        profile.put(
                "consents",
                Map.of("marketing", marketing, "telemarketing", marketing && chance.nextBoolean(), "profiling", true));
        profile.put("preferredChannels", preferred);
        profile.put("household", household);
        return profile;
    }

    private List<Event> bills(double spend, int tenure) {
        List<Event> bills = new ArrayList<>();
        for (int month = Math.min(tenure, 6); month > 0; month--) {
            Instant at = today.minus(Duration.ofDays(30L * month - 5));
            bills.add(new Event("bill-paid", "bill-" + month, at, Map.of("amount", money(spend))));
        }
        return bills;
    }

    private List<Event> troubles(int number) {
        List<Event> events = new ArrayList<>();
        if (chance.nextInt(16) == 0) {
            Instant at = today.minus(Duration.ofDays(5 + chance.nextInt(60)));
            events.add(new Event(
                    "complaint-opened", "complaint-" + number, at, Map.of("topic", pick(List.of("bill", "fault")))));
            if (chance.nextBoolean()) {
                Instant closed = at.plus(Duration.ofDays(4));
                events.add(new Event("complaint-closed", "complaint-" + number, closed, Map.of("outcome", "upheld")));
            }
        }
        if (chance.nextInt(6) == 0) {
            Instant at = today.minus(Duration.ofDays(chance.nextInt(90)));
            events.add(new Event("survey", "survey-" + number, at, Map.of("score", 2 + chance.nextInt(9))));
        }
        return events;
    }

    private String pick(List<String> among) {
        return among.get(chance.nextInt(among.size()));
    }
}
