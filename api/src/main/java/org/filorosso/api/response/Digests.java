package org.filorosso.api.response;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.filorosso.api.response.GivenResponses.Given;
import org.filorosso.engine.playbook.Outcome;
import org.jspecify.annotations.Nullable;

/** SHA-256 of what was said: names it where it has no key, and tells a repetition from something else. */
final class Digests {
    private Digests() {}

    /** The key of a response that came without: the same outcome of the same proposal is the same response. */
    static String key(Proposal proposal, Outcome outcome) {
        return "auto:" + of(proposal.interactionId(), proposal.action(), outcome.code());
    }

    /** What was said of a proposal, whether it was named by token or by interaction and action. */
    static String body(Proposal proposal, Given given) {
        return of(
                proposal.interactionId(),
                proposal.action(),
                given.outcome(),
                given.channel(),
                moment(given.at()),
                given.value() == null ? null : given.value().stripTrailingZeros(),
                given.price() == null ? null : given.price().stripTrailingZeros(),
                given.reason(),
                moment(given.resumeAt()),
                given.team(),
                given.offered());
    }

    /** The same moment is the same however it is written. */
    private static @Nullable Object moment(@Nullable String text) {
        return text == null ? null : new Faults().time("", text);
    }

    /** 64 hex digits; null is not the same as an empty text. */
    static String of(@Nullable Object... parts) {
        String text = Arrays.stream(parts)
                .map(part -> part == null ? "-" : part.toString().length() + ":" + part)
                .collect(Collectors.joining("\n"));
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    static String hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
