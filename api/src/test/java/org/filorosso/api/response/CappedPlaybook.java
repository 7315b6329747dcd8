package org.filorosso.api.response;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.Outbox;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.PlaybookReader;

/** A small playbook of caps, budgets and quotes, and responses to it. */
final class CappedPlaybook {
    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private final Playbook playbook;

    private CappedPlaybook(Playbook playbook) {
        this.playbook = playbook;
    }

    /** 30 phones in all and 20 a day, quoted for five days; gifts of 7.33 out of 100; plain has no cap. */
    static CappedPlaybook in(Path folder) {
        write(folder, "playbook.yaml", """
                format: filorosso/v1
                name: capped
                title: Caps
                timezone: Europe/Rome
                currency: EUR
                languages: [en]
                purposes: [marketing]
                reasons: [price]
                arbitration: {propensity: adaptive, exploration: none, threshold: 0}
                """);
        write(folder, "channels.csv", """
                channel,direction,consent,capacity per day,cost
                desk,inbound,,,
                mail,outbound,marketing,3,0.5
                """);
        write(folder, "actions.csv", """
                issue,group,action,title,value,cost,price,max per day,max total,quote valid
                I,G,phone,Phone,10,,,20,30,
                I,G,deal,Deal,10,2,9,,3,P5D
                I,G,gift,Gift,10,7.33,,,,
                I,G,plain,Plain,10,,,,,
                """);
        write(folder, "budgets.csv", """
                id,target,amount,per,counts,at limit
                B-1,I/G/gift,100,all,acceptance,stop
                """);
        write(folder, "treatments.csv", """
                id,action,channel,headline
                T-1,phone,desk,x
                T-2,deal,desk,x
                T-3,gift,desk,x
                T-4,plain,desk,x
                T-5,plain,mail,x
                """);
        return new CappedPlaybook(PlaybookReader.read(folder, LocalDate.EPOCH).orThrow());
    }

    private static void write(Path folder, String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stores of a database that nobody listens to. */
    static ResponseStores stores(Database database) {
        return ResponseStores.of(database, new Outbox() {
            @Override
            public void append(List<Message> messages) {}

            @Override
            public boolean wanted() {
                return false;
            }
        });
    }

    Playbook playbook() {
        return playbook;
    }

    /** A response of its own at a time, in an interaction of its own, at the desk. */
    Response response(String subject, String action, Outcome outcome, Instant at) {
        return response("i-" + NUMBER.incrementAndGet(), subject, action, outcome, at);
    }

    /** The same in a given interaction. */
    Response response(String interaction, String subject, String action, Outcome outcome, Instant at) {
        return response(interaction, subject, action, outcome, at, "desk");
    }

    /** The same on a channel; only the deal has a price. */
    Response response(String interaction, String subject, String action, Outcome outcome, Instant at, String channel) {
        Direction direction = channel.equals("mail") ? Direction.OUTBOUND : Direction.INBOUND;
        BigDecimal terms = action.equals("deal") ? BigDecimal.valueOf(9) : null;
        Proposal proposal = new Proposal(
                interaction,
                subject,
                action,
                "T",
                channel,
                direction,
                1,
                "capped",
                playbook.revision(),
                "any",
                terms,
                null,
                null,
                false);
        Interaction.Details details = new Interaction.Details(null, terms, "T", null, null, null);
        String key = "k-" + NUMBER.incrementAndGet();
        return new Response(key, key, proposal, playbook, outcome, channel, direction, at, details, true);
    }
}
