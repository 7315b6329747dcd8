package org.filorosso.engine.score;

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.score.Scorecard.Part;
import org.jspecify.annotations.Nullable;

/**
 * Share of contacts on a consented channel outside quiet hours, each of which counts 1/rank of its channel in the subject's
 * own order (after the last where the order does not name it, 1 where there is none).
 */
final class ChannelsPart {
    private final Playbook playbook;
    private final Scope scope;
    private final Map<String, Channel> channels = new HashMap<>();
    private final Share share = new Share();
    private final Offenders offenders = new Offenders();
    private long unjudged;

    ChannelsPart(Playbook playbook, Scope scope) {
        this.playbook = playbook;
        this.scope = scope;
        playbook.tables().channels().forEach(channel -> channels.put(channel.name(), channel));
    }

    void add(SubjectLog log, List<Contacted> contacts) {
        double good = 0;
        int judged = 0;
        for (Contacted contact : contacts) {
            if (scope.counts(contact.at(), contact.decided())) {
                Double credit = credit(log.known(), contact);
                unjudged += credit == null ? 1 : 0;
                judged += credit == null ? 0 : 1;
                good += credit == null ? 0 : credit;
            }
        }
        share.add(good, judged);
    }

    /** What a contact counts, 0..1, or null when it cannot be judged. */
    private @Nullable Double credit(Known known, Contacted contact) {
        Channel channel = channels.get(contact.channel());
        Boolean consented = channel == null ? null : consented(channel, known, contact);
        if (channel == null || consented == null) {
            return null;
        }
        String wrong = consented ? "" : "no consent";
        if (consented && quiet(channel, contact)) {
            wrong = "quiet hours";
        }
        double credit = wrong.isEmpty() ? 1.0 / rank(known.preferredChannels(), contact.channel()) : 0;
        offenders.add(contact.channel(), wrong.isEmpty() ? "not the preferred channel" : wrong, 1 - credit, 1);
        return credit;
    }

    private boolean quiet(Channel channel, Contacted contact) {
        ZonedDateTime local = contact.at().atZone(playbook.settings().zone());
        return contact.direction() == Direction.OUTBOUND
                && channel.quiet().contain(local, playbook.settings().holidays());
    }

    private static int rank(List<String> preferred, String channel) {
        int place = preferred.indexOf(channel);
        return place >= 0 ? place + 1 : preferred.isEmpty() ? 1 : preferred.size() + 1;
    }

    /** Whether everything that was shown might be; null when a consent would have to be known. */
    private @Nullable Boolean consented(Channel channel, Known known, Contacted contact) {
        boolean outbound = contact.direction() == Direction.OUTBOUND;
        List<String> purposes = contact.shown().stream()
                .flatMap(shown -> purposes(channel, playbook.catalogue().find(shown.action()), outbound))
                .distinct()
                .toList();
        Known.Consents consents = known.consents();
        if (purposes.isEmpty()) {
            return true;
        }
        if (consents == null) {
            return null;
        }
        return purposes.stream().allMatch(purpose -> {
            Boolean said = consents.at(purpose, contact.at());
            return outbound ? Boolean.TRUE.equals(said) : !Boolean.FALSE.equals(said);
        });
    }

    /** The purposes that must be granted (outbound) or must not be refused (inbound); none for service. */
    private Stream<String> purposes(Channel channel, @Nullable Action action, boolean outbound) {
        if (action != null && action.service()) {
            return Stream.empty();
        }
        String own = action == null ? null : action.purpose();
        if (outbound) {
            return Stream.concat(Stream.ofNullable(channel.consent()), Stream.ofNullable(own));
        }
        List<String> all = playbook.settings().purposes();
        return own != null ? Stream.of(own) : all.stream().limit(1);
    }

    Part part() {
        return new Part(
                "contacts on a consented channel outside quiet hours, by preference",
                share.figure(),
                Map.of(),
                offenders.worst(),
                unjudged == 0
                        ? List.of()
                        : List.of(unjudged + " contacts are left out: their channel is not of this playbook, or the"
                                + " subject's consents are not known"));
    }
}
