package org.filorosso.api.ops;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets, under {@code filorosso}.
 *
 * @param dataDir folder of the embedded database, the last good revisions, keys.txt and the spool
 * @param playbooks folder of playbooks published at the start, or null: those shipped
 * @param demo whether invented customers are added to an empty database; {@code --demo} says the same
 * @param demoCustomers how many, at least 1
 * @param poll how often a node looks for publications and stops, at most 5 s
 * @param deadline by when a decision is answered
 * @param outbox folder that decisions, responses and events are written to as JSON Lines, or null: nowhere
 * @param keepFacts how long what a decision read is kept, so that it can be replayed
 * @param keepRows how long decisions, responses and events are kept; not shorter
 */
@ConfigurationProperties("filorosso")
public record ServiceSettings(
        @DefaultValue("filorosso-data") String dataDir,
        @Nullable String playbooks,
        @DefaultValue("false") boolean demo,
        @DefaultValue("2000") int demoCustomers,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("200ms") Duration deadline,
        @Nullable String outbox,
        @DefaultValue("400d") Duration keepFacts,
        @DefaultValue("1095d") Duration keepRows) {

    // texts, since Spring takes a relative path for one inside the web application

    /** The data directory. */
    public Path dataFolder() {
        return Path.of(dataDir);
    }

    /** The folder of playbooks, or null: those shipped. */
    public @Nullable Path playbookFolder() {
        return playbooks == null || playbooks.isBlank() ? null : Path.of(playbooks);
    }

    /** The folder of the outbox, or null: nobody listens. */
    public @Nullable Path outboxFolder() {
        return outbox == null || outbox.isBlank() ? null : Path.of(outbox);
    }
}
