package org.filorosso.simulator.customers;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Nearest;
import org.jspecify.annotations.Nullable;

/** Understands rows of a history: who, when, which action, what became of it. */
final class HistoryRows {
    static final List<String> COLUMNS = List.of(
            "id",
            "at",
            "action",
            "outcome",
            "channel",
            "direction",
            "value",
            "price",
            "interaction",
            "treatment",
            "reason",
            "resume at",
            "by",
            "rank");
    static final List<String> NEEDED = List.of("id", "at", "action", "outcome", "channel");

    private final Map<String, Channel> channels = new HashMap<>();
    private final List<String> reasons;

    HistoryRows(Playbook playbook) {
        playbook.tables().channels().forEach(channel -> channels.put(channel.name(), channel));
        this.reasons = playbook.settings().reasons();
    }

    /** Other names of columns: that of JSON and of our logs, and the customer's id in exported files. */
    static Map<String, String> synonyms(Playbook playbook) {
        Map<String, String> names =
                new HashMap<>(Map.of("resumeat", "resume at", "interactionid", "interaction", "subjectid", "id"));
        names.put(playbook.settings().importId().toLowerCase(Locale.ROOT), "id");
        return names;
    }

    /** The row's interaction; what is wrong goes to the fields' flaws, and then the answer is not to be used. */
    Interaction read(Fields fields, String rowName) {
        ZonedDateTime at = fields.moment("at");
        if (at == null && fields.text("at") == null) {
            fields.need("at");
        }
        Outcome outcome = outcome(fields);
        String channel = fields.need("channel");
        String interaction = fields.text("interaction");
        return new Interaction(
                interaction == null ? rowName : interaction,
                at == null ? Instant.EPOCH : at.toInstant(),
                fields.need("action").intern(),
                outcome,
                channel.intern(),
                direction(fields, channel, outcome),
                rank(fields),
                details(fields));
    }

    private static Outcome outcome(Fields fields) {
        String text = fields.need("outcome");
        Outcome known = Outcome.of(text.toLowerCase(Locale.ROOT));
        if (known == null && !text.isEmpty()) {
            List<String> valid =
                    Arrays.stream(Outcome.values()).map(Outcome::code).toList();
            fields.flaws().add("outcome", text, "is no outcome", Nearest.maybe(text, valid));
        }
        return known == null ? Outcome.DECIDED : known;
    }

    /** Where none is given: the channel's only one, else outbound for what we send and inbound for the rest. */
    private Direction direction(Fields fields, String channel, Outcome outcome) {
        String text = fields.text("direction");
        Direction told = text == null ? null : Direction.of(text);
        if (told != null) {
            return told;
        }
        if (text != null) {
            fields.flaws().add("direction", text, "is no direction", "Maybe inbound or outbound.");
        }
        Channel known = channels.get(channel);
        if (known != null && known.directions().size() == 1) {
            return known.directions().iterator().next();
        }
        return outcome == Outcome.SENT || outcome == Outcome.DECIDED ? Direction.OUTBOUND : Direction.INBOUND;
    }

    private static int rank(Fields fields) {
        BigDecimal rank = fields.number("rank");
        return rank == null ? 0 : rank.intValue();
    }

    private Interaction.Details details(Fields fields) {
        ZonedDateTime resumeAt = fields.moment("resume at");
        Interaction.Details details = new Interaction.Details(
                fields.number("value"),
                fields.number("price"),
                fields.text("treatment"),
                reason(fields),
                resumeAt == null ? null : resumeAt.toInstant(),
                fields.text("by"));
        return details.equals(Interaction.Details.NONE) ? Interaction.Details.NONE : details;
    }

    private @Nullable String reason(Fields fields) {
        String reason = fields.text("reason");
        if (reason != null && !reasons.contains(reason)) {
            fields.flaws().add("reason", reason, "is no reason of the playbook", Nearest.maybe(reason, reasons));
        }
        return reason;
    }
}
