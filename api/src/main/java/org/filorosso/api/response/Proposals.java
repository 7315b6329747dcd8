package org.filorosso.api.response;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.filorosso.api.decision.ResponseToken;
import org.filorosso.api.response.GivenResponses.Given;
import org.jspecify.annotations.Nullable;

/** Finds what responses are about: by their tokens, completed from what is stored, or by interaction and action. */
final class Proposals {
    private final Function<String, Optional<ResponseToken>> tokens;
    private final DecidedStore decisions;

    /** @param tokens reads a token; empty for what is none of ours or was changed */
    Proposals(Function<String, Optional<ResponseToken>> tokens, DecidedStore decisions) {
        this.tokens = tokens;
        this.decisions = decisions;
    }

    /**
     * The proposal of each response, null where there is none.
     *
     * @param faults told why not
     */
    List<@Nullable Proposal> of(List<Given> given, Faults faults) {
        Map<Given, ResponseToken> read = new HashMap<>();
        for (int i = 0; i < given.size(); i++) {
            ResponseToken token = token(given.get(i), i, faults);
            if (token != null) {
                read.put(given.get(i), token);
            }
        }
        Map<String, DecidedStore.Decided> stored = decisions.find(Stream.concat(
                        read.values().stream().map(ResponseToken::interactionId),
                        given.stream().map(Given::interactionId).filter(Objects::nonNull))
                .distinct()
                .toList());
        List<@Nullable Proposal> proposals = new java.util.ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            ResponseToken token = read.get(given.get(i));
            proposals.add(token == null ? byInteraction(given.get(i), i, stored, faults) : byToken(token, stored));
        }
        return proposals;
    }

    private @Nullable ResponseToken token(Given given, int i, Faults faults) {
        String text = given.responseToken();
        if (text == null) {
            return null;
        }
        String place = "/responses/" + i;
        ResponseToken token = tokens.apply(text).orElse(null);
        if (token == null) {
            faults.add(place + "/responseToken", "is no token of ours", text, "Maybe it was cut off or changed.");
        } else if (differs(given.interactionId(), token.interactionId()) || differs(given.action(), token.action())) {
            faults.add(place, "has a token of another interaction or action", null, "Maybe only the token.");
        }
        return token;
    }

    private static boolean differs(@Nullable String given, String said) {
        return given != null && !given.equals(said);
    }

    private static Proposal byToken(ResponseToken token, Map<String, DecidedStore.Decided> stored) {
        DecidedStore.Decided decided = stored.get(token.interactionId());
        return decided == null ? Proposal.of(token) : decided.of(token.action());
    }

    private static @Nullable Proposal byInteraction(
            Given given, int i, Map<String, DecidedStore.Decided> stored, Faults faults) {
        String place = "/responses/" + i;
        if (given.responseToken() != null) {
            return null;
        }
        String interactionId = faults.id(place + "/interactionId", given.interactionId());
        String action = given.action();
        if (action == null) {
            faults.add(place + "/action", "is missing", null, "Maybe a responseToken instead.");
        }
        if (interactionId == null || action == null) {
            return null;
        }
        DecidedStore.Decided decided = stored.get(interactionId);
        if (decided == null) {
            faults.missing(place + "/interactionId", "is no interaction that is stored", interactionId, null);
            return null;
        }
        return decided.of(action);
    }
}
