package org.filorosso.api.drill;

import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/** Invented customers of the telephone company, and what they are asked for. The same number is the same customer. */
public final class Telco {
    private static final List<String> REASONS = List.of("billing", "fault", "sales", "other");

    private Telco() {}

    /** Id of a customer. */
    public static String id(int number) {
        return "t-" + number;
    }

    /** Profile, consents and household of a customer, as JSON without its braces. */
    public static String profile(int number) {
        Random random = new Random(number);
        StringJoiner attributes = new StringJoiner(",", "\"attributes\":{", "}");
        int tenure = random.nextInt(72) + 1;
        double spend = 20 + random.nextInt(900) / 10.0;
        String internet = pick(random, "DSL", "Fiber optic", "Fiber optic", "No");
        String extra = internet.equals("No") ? "No internet service" : pick(random, "Yes", "No");
        boolean phone = random.nextInt(10) > 0;
        attributes.add(text("gender", pick(random, "Female", "Male")));
        attributes.add("\"senior\":" + (random.nextInt(6) == 0));
        attributes.add("\"partner\":" + random.nextBoolean());
        attributes.add("\"dependents\":" + random.nextBoolean());
        attributes.add("\"tenure months\":" + tenure);
        attributes.add("\"phone line\":" + phone);
        attributes.add(text("multiple lines", phone ? pick(random, "Yes", "No") : "No phone service"));
        attributes.add(text("internet", internet));
        for (String name : List.of("online security", "online backup", "device protection", "tech support")) {
            attributes.add(text(name, extra.startsWith("No ") ? extra : pick(random, "Yes", "No")));
        }
        attributes.add(text("streaming tv", extra)).add(text("streaming movies", extra));
        attributes.add(text("contract", pick(random, "Month-to-month", "One year", "Two year")));
        attributes.add("\"paperless\":" + random.nextBoolean());
        attributes.add(text("payment method", pick(random, "Electronic check", "Bank transfer (automatic)")));
        attributes.add("\"monthly spend\":" + spend).add("\"total spend\":" + Math.round(spend * tenure));
        attributes.add("\"left us\":false");
        return attributes + ",\"consents\":{\"marketing\":true,\"telemarketing\":" + random.nextBoolean()
                + "},\"preferredChannels\":[\"app\",\"email\"],\"household\":\"h-" + number / 2 + "\"";
    }

    /** What the contact centre asks when a customer calls. */
    public static String call(String requestId, int number) {
        return "{\"requestId\":\"" + requestId + "\",\"subjectId\":\"" + id(number)
                + "\",\"playbook\":\"telco\",\"channel\":\"contact-centre\",\"direction\":\"inbound\","
                + "\"contexts\":{\"reason for contact\":\"" + REASONS.get(number % REASONS.size()) + "\"}}";
    }

    private static String text(String name, String value) {
        return "\"" + name + "\":\"" + value + "\"";
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
