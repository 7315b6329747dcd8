package org.filorosso.api.response;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.store.Database;
import org.filorosso.api.subject.StoredCodes;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.Playbook;
import tools.jackson.databind.JsonNode;

/**
 * Closes the loop for shop and web: a purchase within the attribution's window of a presented action of that product is
 * its acceptance, unless the customer accepted it since in another way.
 */
final class Purchases {
    private static final String EVENT = "purchase";

    private final Database database;
    private final LivePlaybooks playbooks;

    Purchases(Database database, LivePlaybooks playbooks) {
        this.database = database;
        this.playbooks = playbooks;
    }

    /** The acceptances that these events are; an event that comes twice gives the same again. */
    List<Response> accepted(List<Happening> events) {
        List<Response> accepted = new ArrayList<>();
        for (Happening event : events) {
            JsonNode product = event.fields().path("product");
            if (event.event().equals(EVENT) && product.isString()) {
                for (LivePlaybook live : playbooks.all()) {
                    accepted(event, product.stringValue(), live.playbook()).ifPresent(accepted::add);
                }
            }
        }
        return accepted;
    }

    private Optional<Response> accepted(Happening event, String product, Playbook playbook) {
        String[] actions = playbook.catalogue().actions().stream()
                .filter(action -> product.equals(action.product()))
                .map(Action::name)
                .toArray(String[]::new);
        if (actions.length == 0) {
            return Optional.empty();
        }
        Instant since = playbook.settings()
                .attribution()
                .within()
                .before(event.at().atZone(playbook.settings().zone()))
                .toInstant();
        return database.sql()
                .sql("select * from interaction shown where subject_id = ? and playbook = ? and action = any(?)"
                        + " and outcome in ('presented', 'sent') and offered = true and at > ? and at <= ?"
                        + " and not exists (select 1 from interaction taken where taken.subject_id = shown.subject_id"
                        + " and taken.action = shown.action and taken.outcome = 'accepted' and taken.at >= shown.at)"
                        + " order by at desc, seq desc limit 1")
                .params(event.subject(), playbook.name(), actions, Times.sql(since), Times.sql(event.at()))
                .query((row, number) -> acceptance(row, event, playbook))
                .optional();
    }

    private static Response acceptance(ResultSet row, Happening event, Playbook playbook) throws SQLException {
        Proposal proposal = proposal(row);
        JsonNode amount = event.fields().path("amount");
        BigDecimal value = amount.isNumber() ? amount.decimalValue() : row.getBigDecimal("amount");
        String digest = Digests.of(event.subject(), event.event(), event.identity(), playbook.name());
        return new Response(
                "purchase:" + digest,
                digest,
                proposal,
                playbook,
                Outcome.ACCEPTED,
                proposal.channel(),
                proposal.direction(),
                event.at(),
                new Interaction.Details(value, proposal.price(), proposal.treatment(), null, null, null),
                true);
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        return new Proposal(
                row.getString("interaction_id"),
                row.getString("subject_id"),
                row.getString("action"),
                row.getString("treatment"),
                row.getString("channel"),
                StoredCodes.direction(row.getString("direction")),
                row.getInt("rank"),
                row.getString("playbook"),
                String.valueOf(row.getString("revision")),
                Optional.ofNullable(row.getString("stage")).orElse(""),
                row.getBigDecimal("price"),
                null,
                null,
                true);
    }
}
