package org.filorosso.api.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.filorosso.api.decision.OutboundContacts;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.api.problem.Fault;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.NamedList;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Nearest;
import org.filorosso.simulator.run.Question;
import org.filorosso.simulator.run.outbound.Preference;
import org.filorosso.simulator.run.outbound.RunQuestion;
import org.jspecify.annotations.Nullable;

/** Checks what a run is asked to do against the playbook that is to decide. */
final class RunCheck {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:@+-]{1,64}");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final List<String> PREFERENCES =
            Stream.of(Preference.values()).map(RunCheck::code).toList();

    private final RunRequest asked;
    private final LivePlaybook live;
    private final List<Fault> faults = new ArrayList<>();

    private RunCheck(RunRequest asked, LivePlaybook live) {
        this.asked = asked;
        this.live = live;
    }

    /**
     * What the simulator's core is asked.
     *
     * @param now the time of a run that names none
     * @throws Refusal with all that is wrong
     */
    static RunQuestion question(RunRequest asked, LivePlaybook live, Instant now) {
        return new RunCheck(asked, live).question(now);
    }

    /** The contexts of the questions, typed. */
    static Map<String, Object> contexts(RunRequest asked, LivePlaybook live) {
        return OutboundContacts.contexts(live.playbook(), asked.contexts(), new ArrayList<>());
    }

    private RunQuestion question(Instant now) {
        Playbook playbook = live.playbook();
        if (asked.requestId() != null && !ID.matcher(asked.requestId()).matches()) {
            add("/requestId", "is no id", asked.requestId(), "Maybe 1 to 64 letters, digits and . _ : @ + -");
        }
        whom(playbook);
        Preference preference = preference();
        String language = language(playbook);
        Instant at = at(now);
        Map<String, Object> contexts = OutboundContacts.contexts(playbook, asked.contexts(), faults);
        List<Channel> channels = channels(playbook);
        if (!faults.isEmpty()) {
            throw Refusal.of(Kind.INVALID, "The run cannot be made like this.", faults);
        }
        List<Question> questions = channels.stream()
                .map(channel -> new Question(
                        at.atZone(playbook.settings().zone()),
                        channel,
                        Direction.OUTBOUND,
                        contexts,
                        language,
                        null,
                        Explain.NONE))
                .toList();
        return new RunQuestion(questions, preference, asked.seedOrDefault());
    }

    private void add(String pointer, String message, @Nullable Object rejected, @Nullable String hint) {
        faults.add(new Fault(pointer, message, rejected, hint));
    }

    /** Everybody is never meant by leaving something out. */
    private void whom(Playbook playbook) {
        boolean all = Boolean.TRUE.equals(asked.all());
        String list = asked.list();
        if (all == (list != null)) {
            add(
                    "/list",
                    list == null ? "is required" : "is named, and all are asked for",
                    list,
                    "Maybe a list, or \"all\": true for everybody.");
            return;
        }
        List<String> lists =
                playbook.tables().lists().stream().map(NamedList::name).toList();
        if (list != null && !lists.contains(list)) {
            add("/list", "is no list of the playbook (" + playbook.name() + ")", list, Nearest.maybe(list, lists));
        }
    }

    private Preference preference() {
        String text = asked.preference();
        int found = text == null ? 0 : PREFERENCES.indexOf(text);
        if (found < 0) {
            add("/preference", "is no meaning of preferred channels", text, "Maybe one of " + PREFERENCES + ".");
        }
        return Preference.values()[Math.max(0, found)];
    }

    private static String code(Preference preference) {
        return preference.name().toLowerCase(Locale.ROOT);
    }

    private @Nullable String language(Playbook playbook) {
        String language = asked.language();
        List<String> languages = List.copyOf(playbook.settings().languages());
        if (language != null && !languages.contains(language)) {
            add("/language", "is no language of the playbook", language, Nearest.maybe(language, languages));
        }
        return language;
    }

    private Instant at(Instant now) {
        Instant at = asked.at();
        if (at == null) {
            return now;
        }
        if (!asked.dry()) {
            add("/at", "is for a dry run only", at.toString(), "Maybe set dryRun to true.");
        } else if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) {
            add("/at", "is out of reach", at.toString(), "Maybe a time from 1970 to 2199.");
        }
        return at;
    }

    private List<Channel> channels(Playbook playbook) {
        List<Channel> open = playbook.tables().channels().stream()
                .filter(channel -> channel.open(Direction.OUTBOUND))
                .toList();
        if (open.isEmpty()) {
            add("/playbook", "has no channel that is open for outbound contacts", playbook.name(), null);
        }
        List<@Nullable String> named = asked.channels();
        if (named == null) {
            return open;
        }
        List<String> names = open.stream().map(Channel::name).toList();
        Set<String> wanted = new LinkedHashSet<>();
        for (int i = 0; i < named.size(); i++) {
            String name = named.get(i);
            if (name == null || !names.contains(name)) {
                add(
                        "/channels/" + i,
                        "is no channel of the playbook that is open for outbound contacts",
                        name,
                        name == null ? "Maybe one of " + names + "." : Nearest.maybe(name, names));
            } else if (!wanted.add(name)) {
                add("/channels/" + i, "stands twice", name, "Maybe remove one of them.");
            }
        }
        if (named.isEmpty()) {
            add("/channels", "names none", null, "Maybe leave it out for all: " + names + ".");
        }
        return open.stream().filter(channel -> wanted.contains(channel.name())).toList();
    }
}
