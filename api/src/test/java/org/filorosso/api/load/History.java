package org.filorosso.api.load;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.filorosso.api.drill.Telco;

/** Customers with a past of fifty interactions each, as lines for the service's own imports. */
final class History {
    private static final List<String> ACTIONS = List.of(
            "activate-app",
            "autopay-setup",
            "move-to-fibre",
            "wifi-mesh",
            "online-security",
            "online-backup",
            "tech-support",
            "streaming-tv",
            "second-line",
            "one-year-contract",
            "bundle-discount",
            "bill-explained",
            "loyalty-gift");
    private static final List<String> CHANNELS = List.of("contact-centre", "app", "email");
    private static final List<String> OUTCOMES = List.of(
            "presented", "presented", "presented", "sent", "clicked", "ignored", "rejected", "later", "accepted");
    private static final long DAYS = 350;

    private final int subjects;
    private final int each;
    private final Instant now;

    /**
     * @param each interactions of a subject
     * @param now the newest is an hour older
     */
    History(int subjects, int each, Instant now) {
        this.subjects = subjects;
        this.each = each;
        this.now = now;
    }

    /** One line a subject. */
    Iterator<byte[]> profiles() {
        return lines(subjects, n -> "{\"id\":\"" + Telco.id(n) + "\"," + Telco.profile(n) + "}\n");
    }

    /** One line an interaction. */
    Iterator<byte[]> interactions() {
        return lines(subjects * each, this::interaction);
    }

    private String interaction(int n) {
        Random random = new Random(n);
        String outcome = pick(random, OUTCOMES);
        String channel = pick(random, CHANNELS);
        boolean outbound = outcome.equals("sent") || channel.equals("email");
        Duration ago = Duration.ofHours(1).plusSeconds((long) (random.nextDouble() * DAYS * 86_400));
        return "{\"interactionId\":\"past-" + n + "\",\"at\":\"" + now.minus(ago) + "\",\"subjectId\":\""
                + Telco.id(n % subjects) + "\",\"action\":\"" + pick(random, ACTIONS) + "\",\"outcome\":\"" + outcome
                + "\",\"channel\":\"" + channel + "\",\"direction\":\"" + (outbound ? "outbound" : "inbound")
                + "\",\"key\":\"past-" + n + "\"}\n";
    }

    private static <T> T pick(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static Iterator<byte[]> lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count)
                .mapToObj(n -> line.apply(n).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .iterator();
    }
}
