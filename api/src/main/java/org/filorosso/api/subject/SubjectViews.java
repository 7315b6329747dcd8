package org.filorosso.api.subject;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.security.Caller;
import org.filorosso.api.security.Role;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.DatabaseClock;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.Standing;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.learn.BetaCounts;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Direction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what is known of a subject and where he stands. */
@Component
final class SubjectViews {
    private static final Set<Role> UNMASKED = Set.of(Role.AGENT, Role.INTEGRATION, Role.ADMIN);
    private static final int LAST = 20;
    private static final double MILLIS_PER_DAY = Duration.ofDays(1).toMillis();

    private final SubjectReader reader;
    private final LivePlaybooks playbooks;
    private final DatabaseClock clock;
    private final AliasStore aliases;
    private final PastStore past;

    SubjectViews(SubjectReader reader, LivePlaybooks playbooks, DatabaseClock clock, Database database) {
        this.reader = reader;
        this.playbooks = playbooks;
        this.clock = clock;
        this.aliases = new AliasStore(database);
        this.past = new PastStore(database);
    }

    /**
     * The subject as a playbook sees him now.
     *
     * @param playbook null means the only live one, else the one that knows most of what is stored of him
     */
    SubjectView of(String idOrAlias, @Nullable String playbook, Caller caller) {
        StoredView stored = stored(idOrAlias);
        PastStore.Page last = past.page(stored.id(), PastCursor.top(), LAST);
        ProfileRow row = stored.profile();
        if (row == null && last.items().isEmpty()) {
            throw SubjectStore.unknown(idOrAlias);
        }
        Profile profile = row == null ? Profile.empty(stored.id()) : row.profile();
        LivePlaybook live = playbook == null ? fitting(profile, last) : playbooks.named(playbook);
        return live == null
                ? new Parts(profile, caller, last).alone()
                : new Parts(profile, caller, last).seenBy(live, stored);
    }

    /** The id that belongs to an id or alias, known or not. */
    String owner(String idOrAlias) {
        return aliases.owner(idOrAlias);
    }

    private StoredView stored(String idOrAlias) {
        return (StoredView) Subjects.await(reader.read(idOrAlias));
    }

    PastStore.Page history(String idOrAlias, @Nullable String before, int limit) {
        PastCursor from = before == null ? PastCursor.top() : PastCursor.parse(before);
        return past.page(owner(idOrAlias), from, limit);
    }

    /** The playbook that knows most of his attributes and of what he was last told. */
    private @Nullable LivePlaybook fitting(Profile profile, PastStore.Page last) {
        return playbooks.all().stream()
                .max(Comparator.<LivePlaybook>comparingLong(live -> known(live, profile, last))
                        .thenComparing(LivePlaybook::name, Comparator.reverseOrder()))
                .orElse(null);
    }

    private static long known(LivePlaybook live, Profile profile, PastStore.Page last) {
        long attributes = live.playbook().tables().attributes().stream()
                .filter(attribute -> profile.attributes().containsKey(attribute.name()))
                .count();
        long actions = last.items().stream()
                .map(PastItem::action)
                .filter(action -> action != null && live.playbook().catalogue().find(action) != null)
                .count();
        return attributes + actions;
    }

    /** One answer. */
    private final class Parts {
        private final Profile profile;
        private final Caller caller;
        private final PastStore.Page last;
        private final Instant now = clock.instant();

        Parts(Profile profile, Caller caller, PastStore.Page last) {
            this.profile = profile;
            this.caller = caller;
            this.last = last;
        }

        SubjectView alone() {
            Standing nothing = new Standing(
                    "", "", List.of(), new Standing.Value(null, null, null, null, null, null), List.of(), List.of());
            return view(null, KnownSubject.unknown(profile.id()), nothing);
        }

        SubjectView seenBy(LivePlaybook live, StoredView stored) {
            KnownSubject known = stored.seenBy(live.playbook(), now);
            return view(live, known, live.engine().standing(known.subject(), question(live), state(known)));
        }

        private Request question(LivePlaybook live) {
            List<Channel> channels = live.playbook().tables().channels();
            Channel first = channels.stream()
                    .filter(channel -> channel.open(Direction.INBOUND))
                    .findFirst()
                    .orElse(channels.get(0));
            Direction direction = first.open(Direction.INBOUND) ? Direction.INBOUND : Direction.OUTBOUND;
            String id = Request.interactionId(profile.id(), now, live.name());
            return new Request(id, now, first.name(), direction, List.of(), Map.of(), null, Request.Explain.NONE);
        }

        private State state(KnownSubject known) {
            Instant since = known.stageSince();
            Double days = since == null ? null : Duration.between(since, now).toMillis() / MILLIS_PER_DAY;
            return new State(
                    State.Counters.NONE, known.quotes(), BetaCounts.NONE, List.of(), true, days, State.Fixed.NOTHING);
        }

        private SubjectView view(@Nullable LivePlaybook live, KnownSubject known, Standing standing) {
            Standing.Value value = standing.value();
            return new SubjectView(
                    profile.id(),
                    profile.version(),
                    profile.household(),
                    profile.language(),
                    aliases.of(profile.id()),
                    attributes(),
                    profile.consents(),
                    profile.preferredChannels(),
                    known.subject().lists().stream().sorted().toList(),
                    live == null ? null : live.name(),
                    live == null ? null : live.revision(),
                    live == null ? null : standing.arm(),
                    live == null ? null : standing.stage(),
                    standing.stage().equals(known.stage()) ? known.stageSince() : null,
                    standing.segments(),
                    value.recency(),
                    value.frequency(),
                    value.monetary(),
                    value.rfm(),
                    value.customerValue(),
                    value.change(),
                    known.quotes().stream()
                            .filter(quote -> now.isBefore(quote.until()))
                            .toList(),
                    standing.threads().stream().map(Parts::thread).toList(),
                    standing.suppressions().stream().map(Parts::suppression).toList(),
                    last.items());
        }

        private Map<String, SubjectView.Value> attributes() {
            Vocabulary words = new Vocabulary(playbooks.all());
            Map<String, SubjectView.Value> attributes = new TreeMap<>();
            profile.attributes().forEach((name, value) -> {
                boolean masked = !UNMASKED.contains(caller.role()) && words.personal(name);
                attributes.put(name, new SubjectView.Value(masked ? null : value.value(), value.asOf(), masked));
            });
            return attributes;
        }

        private static SubjectView.Thread thread(Standing.OpenThread thread) {
            return new SubjectView.Thread(
                    thread.kind().name().toLowerCase(Locale.ROOT),
                    thread.rule(),
                    thread.journey(),
                    thread.step(),
                    thread.target(),
                    thread.effect(),
                    thread.since(),
                    thread.until(),
                    thread.reason());
        }

        private static SubjectView.Suppression suppression(Standing.Suppression one) {
            return new SubjectView.Suppression(
                    one.target(),
                    one.rule(),
                    one.reason(),
                    one.channels(),
                    one.direction() == null ? null : one.direction().code(),
                    one.limit().count(),
                    one.limit().limit(),
                    one.limit().window(),
                    one.limit().until());
        }
    }
}
