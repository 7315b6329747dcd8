package org.filorosso.api.response;

import java.math.BigDecimal;
import java.time.Instant;
import org.filorosso.api.response.InteractionStore.Outcoming;
import org.filorosso.api.store.Outbox;
import org.filorosso.engine.history.Interaction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells who listens of responses and events; the same one always has the same id. */
final class Messages {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Messages() {}

    static Outbox.Message of(Outcoming row) {
        Response response = row.response();
        Proposal proposal = response.proposal();
        Interaction.Details details = response.details();
        ObjectNode body = JSON.createObjectNode()
                .put("key", response.key())
                .put("interactionId", proposal.interactionId())
                .put("subjectId", proposal.subjectId())
                .put("action", proposal.action())
                .put("treatment", proposal.treatment())
                .put("outcome", response.outcome().code())
                .put("channel", response.channel())
                .put("direction", response.direction().code())
                .put("rank", proposal.rank())
                .put("at", response.at().toString())
                .put("playbook", proposal.playbook())
                .put("revision", proposal.revision())
                .put("stage", proposal.stage())
                .put("value", plain(details.value()))
                .put("price", plain(details.price()))
                .put("reason", details.reason())
                .put("resumeAt", text(details.resumeAt()))
                .put("team", details.by())
                .put("offered", response.offered())
                .put("granted", row.granted());
        return new Outbox.Message("response:" + response.key(), "response", body.toString());
    }

    static Outbox.Message of(Happening event) {
        ObjectNode body = JSON.createObjectNode()
                .put("subjectId", event.subject())
                .put("event", event.event())
                .put("key", event.key())
                .put("at", event.at().toString());
        body.set("fields", event.fields());
        return new Outbox.Message("event:" + Digests.of(event.name()), "event", body.toString());
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal amount) {
        return amount == null ? null : new BigDecimal(amount.toPlainString());
    }
}
