package org.filorosso.simulator.customers;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.decide.Subject.Consent;
import org.filorosso.engine.decide.Subject.Dated;
import org.filorosso.engine.decide.Subject.Worth;
import org.filorosso.engine.history.History;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Characters;
import org.filorosso.engine.playbook.io.Nearest;
import org.jspecify.annotations.Nullable;

/** Gathers what a row says of a customer, and checks what does not depend on the row's format. */
final class SubjectBuilder {
    private static final int LONGEST_ID = 64;
    private static final Pattern RFM = Pattern.compile("[1-5]{3}");

    private final Playbook playbook;
    private final RowFlaws flaws;
    private final Map<String, Dated> attributes = new HashMap<>();
    private final Map<String, Consent> consents = new HashMap<>();
    private List<String> preferredChannels = List.of();
    private @Nullable String id;
    private @Nullable String household;
    private @Nullable String language;
    private @Nullable String rfm;
    private @Nullable Double value;

    SubjectBuilder(Playbook playbook, RowFlaws flaws) {
        this.playbook = playbook;
        this.flaws = flaws;
    }

    void id(String column, String text) {
        id = checkedId(column, text);
    }

    void household(String column, String text) {
        household = text.isBlank() ? null : checkedId(column, text);
    }

    private String checkedId(String column, String text) {
        String checked = text.strip();
        OptionalInt hidden = Characters.hidden(checked);
        if (checked.isEmpty()) {
            flaws.add(column, null, "the id is empty", "Maybe the row is not a customer.");
        } else if (checked.length() > LONGEST_ID) {
            flaws.add(
                    column,
                    checked,
                    "is longer than " + LONGEST_ID + " characters",
                    "Maybe another column holds the id.");
        } else if (hidden.isPresent()) {
            flaws.add(column, checked, "holds " + Characters.describe(hidden.getAsInt()), "Maybe type the id again.");
        }
        return checked;
    }

    void language(String column, String text) {
        if (text.isBlank()) {
            return;
        }
        language = oneOf(column, text.strip(), playbook.settings().languages(), "is no language of the playbook");
    }

    /** Purposes granted; those refused have a minus before them. */
    void consents(String column, List<String> purposes) {
        for (String written : purposes) {
            boolean refused = written.startsWith("-");
            consent(column, refused ? written.substring(1).strip() : written, Consent.of(!refused));
        }
    }

    void consent(String column, String purpose, Consent consent) {
        oneOf(column, purpose, playbook.settings().purposes(), "is no purpose of the playbook");
        if (consents.put(purpose, consent) != null) {
            flaws.add(
                    column,
                    purpose,
                    "stands twice among the consents",
                    "Maybe once, with a minus where it is refused.");
        }
    }

    void preferredChannels(String column, List<String> channels) {
        List<String> names =
                playbook.tables().channels().stream().map(Channel::name).toList();
        channels.forEach(channel -> oneOf(column, channel, names, "is no channel of the playbook"));
        preferredChannels = List.copyOf(channels);
    }

    void rfm(String column, String text) {
        if (!text.isBlank() && !RFM.matcher(text.strip()).matches()) {
            flaws.add(column, text, "is no RFM score", "Maybe three digits from 1 to 5, such as 543.");
        }
        rfm = text.isBlank() ? null : text.strip();
    }

    void value(@Nullable Object number) {
        value = number instanceof BigDecimal known ? Double.valueOf(known.doubleValue()) : null;
    }

    void attribute(String name, Dated known) {
        attributes.put(name, known);
    }

    private String oneOf(String column, String text, Collection<String> valid, String message) {
        if (!valid.contains(text)) {
            flaws.add(column, text, message, Nearest.maybe(text, valid));
        }
        return text;
    }

    /** @throws FlawException if anything in the row was wrong, the missing id included */
    Subject build() throws FlawException {
        String known = id;
        if (known == null) {
            flaws.add("id", null, "the id is missing", "Maybe {\"id\": \"c-1\", ...}.");
        }
        flaws.throwIfAny();
        Worth worth = rfm == null && value == null ? null : new Worth(rfm, value);
        return new Subject(
                known == null ? "" : known,
                household,
                language,
                Map.copyOf(attributes),
                Map.copyOf(consents),
                preferredChannels,
                Set.of(),
                History.NONE,
                History.NONE,
                worth);
    }
}
