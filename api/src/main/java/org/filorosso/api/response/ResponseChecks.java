package org.filorosso.api.response;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.response.GivenResponses.Given;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/** Turns what a caller posts into responses that may be recorded, or tells everything that is wrong with it. */
final class ResponseChecks {
    static final int MOST = 1_000;
    static final int LONGEST_KEY = 255;

    private static final int LONGEST_TEAM = 64;
    private static final List<String> OUTCOMES = Arrays.stream(Outcome.values())
            .filter(outcome -> outcome != Outcome.DECIDED)
            .map(Outcome::code)
            .toList();

    private final Proposals proposals;
    private final LivePlaybooks playbooks;

    ResponseChecks(Proposals proposals, LivePlaybooks playbooks) {
        this.proposals = proposals;
        this.playbooks = playbooks;
    }

    /**
     * The responses, in their order.
     *
     * @throws Refusal with every fault
     */
    List<Response> check(GivenResponses posted, Instant now) {
        Faults faults = new Faults();
        List<Given> given = given(posted, faults);
        List<@Nullable Proposal> about = proposals.of(given, faults);
        List<Response> responses = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            // a microsecond apart, so that what was said in one call keeps its order
            Response one =
                    response(given.get(i), about.get(i), "/responses/" + i, now.plus(i, ChronoUnit.MICROS), faults);
            if (one != null) {
                responses.add(one);
            }
        }
        reused(responses, faults);
        faults.throwIfAny();
        return responses;
    }

    private static List<Given> given(GivenResponses posted, Faults faults) {
        List<@Nullable Given> all = posted.responses();
        if (all == null || all.isEmpty() || all.size() > MOST) {
            int count = all == null ? 0 : all.size();
            faults.add("/responses", "must be 1 to " + MOST + " responses", count, "Maybe several calls.");
            return List.of();
        }
        List<Given> given = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Given one = all.get(i);
            if (one == null) {
                faults.add("/responses/" + i, "is null", null, null);
            } else {
                given.add(one);
            }
        }
        return given;
    }

    /** Two responses under one key in one call: the second is either the same again, or a mistake. */
    private static void reused(List<Response> responses, Faults faults) {
        Map<String, String> digests = new HashMap<>();
        for (int i = 0; i < responses.size(); i++) {
            Response one = responses.get(i);
            String first = digests.putIfAbsent(one.key(), one.digest());
            if (first != null && !first.equals(one.digest())) {
                faults.reused("/responses/" + i + "/key", "is the key of another response of this call", one.key());
            }
        }
    }

    private @Nullable Response response(
            Given given, @Nullable Proposal proposal, String place, Instant now, Faults faults) {
        int before = faults.found().size();
        String code = given.outcome();
        faults.oneOf(place + "/outcome", code == null ? "" : code, OUTCOMES);
        Outcome outcome = code == null ? null : Outcome.of(code);
        String key = faults.text(place + "/key", given.key(), LONGEST_KEY);
        Instant at = faults.past(place + "/at", given.at(), now);
        faults.text(place + "/team", given.team(), LONGEST_TEAM);
        boolean offered = given.offered() == null || given.offered();
        if (outcome != null) {
            timed(given, outcome, at, place, faults);
        }
        Playbook playbook = proposal == null ? null : playbook(proposal, place, faults);
        if (proposal == null || playbook == null || outcome == null) {
            return null;
        }
        proposed(proposal, playbook, offered, place, faults);
        String channel = channel(given, proposal, playbook, place, faults);
        faults.oneOf(place + "/reason", given.reason(), reasons(playbook));
        Interaction.Details details = details(given, proposal, playbook, outcome, place, faults);
        if (faults.found().size() > before) {
            return null;
        }
        return new Response(
                key == null ? Digests.key(proposal, outcome) : key,
                Digests.body(proposal, given),
                proposal,
                playbook,
                outcome,
                channel,
                direction(proposal, channel, playbook, outcome),
                at,
                details,
                offered);
    }

    /** Only what was put off has a time to resume, and only what was taken can have been taken unasked. */
    private static void timed(Given given, Outcome outcome, Instant at, String place, Faults faults) {
        Instant resumeAt = faults.time(place + "/resumeAt", given.resumeAt());
        if (resumeAt != null && !resumeAt.isAfter(at)) {
            faults.add(place + "/resumeAt", "is not after the response", given.resumeAt(), "Maybe a later day.");
        }
        if (given.resumeAt() != null && outcome != Outcome.LATER) {
            faults.add(place + "/resumeAt", "stands with " + outcome.code(), given.resumeAt(), "Maybe outcome: later.");
        }
        boolean shown = outcome == Outcome.SENT || outcome == Outcome.PRESENTED;
        if (shown && Boolean.FALSE.equals(given.offered())) {
            faults.add(place + "/offered", "is false of what was " + outcome.code(), false, "Maybe outcome: accepted.");
        }
    }

    /** The revision that decided, or where this service does not have it, the live one. */
    private @Nullable Playbook playbook(Proposal proposal, String place, Faults faults) {
        try {
            return playbooks.revision(proposal.playbook(), proposal.revision()).playbook();
        } catch (Refusal unknown) {
            try {
                return playbooks.named(proposal.playbook()).playbook();
            } catch (Refusal e) {
                faults.add(place, "answers to a playbook that is not live", proposal.playbook(), null);
                return null;
            }
        }
    }

    private static void proposed(Proposal proposal, Playbook playbook, boolean offered, String place, Faults faults) {
        String action = proposal.action();
        if (playbook.catalogue().find(action) == null) {
            List<String> actions =
                    playbook.catalogue().actions().stream().map(Action::name).toList();
            faults.add(place + "/action", "is no action of the playbook", action, Faults.choices(action, actions));
        } else if (offered && proposal.rank() == 0) {
            faults.add(place + "/action", "was not proposed in this interaction", action, "Maybe offered: false.");
        }
    }

    private static String channel(Given given, Proposal proposal, Playbook playbook, String place, Faults faults) {
        List<String> channels =
                playbook.tables().channels().stream().map(Channel::name).toList();
        String channel = faults.oneOf(place + "/channel", given.channel(), channels);
        return channel == null ? proposal.channel() : channel;
    }

    /** Reasons of the revision that decided, and of the live one: a desk may show either. */
    private List<String> reasons(Playbook playbook) {
        List<String> live = playbooks.all().stream()
                .filter(other -> other.name().equals(playbook.name()))
                .flatMap(other -> other.playbook().settings().reasons().stream())
                .toList();
        return Stream.concat(playbook.settings().reasons().stream(), live.stream())
                .distinct()
                .toList();
    }

    private static Interaction.Details details(
            Given given, Proposal proposal, Playbook playbook, Outcome outcome, String place, Faults faults) {
        BigDecimal value = faults.money(place + "/value", given.value(), true);
        BigDecimal price = faults.money(place + "/price", given.price(), false);
        boolean terms = outcome == Outcome.SENT || outcome == Outcome.PRESENTED || outcome == Outcome.ACCEPTED;
        return new Interaction.Details(
                value == null && outcome == Outcome.ACCEPTED ? worth(proposal, playbook) : value,
                price == null && terms ? proposal.price() : price,
                proposal.treatment(),
                given.reason(),
                given.resumeAt() == null ? null : new Faults().time("", given.resumeAt()),
                given.team());
    }

    /** What an acceptance brings where nobody says: as decided, else as the action says. */
    private static @Nullable BigDecimal worth(Proposal proposal, Playbook playbook) {
        BigDecimal decided = proposal.value();
        return decided != null
                ? decided
                : Constants.orNull(playbook.catalogue().find(proposal.action()), Action.Terms::value);
    }

    private static Direction direction(Proposal proposal, String channel, Playbook playbook, Outcome outcome) {
        if (channel.equals(proposal.channel())) {
            return proposal.direction();
        }
        return playbook.tables().channels().stream()
                .filter(known ->
                        known.name().equals(channel) && known.directions().size() == 1)
                .map(known -> known.directions().iterator().next())
                .findFirst()
                .orElse(outcome == Outcome.SENT ? Direction.OUTBOUND : Direction.INBOUND);
    }
}
