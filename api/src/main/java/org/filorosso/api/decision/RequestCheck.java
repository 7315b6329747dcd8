package org.filorosso.api.decision;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.problem.Refusal;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.playbook.Settings;
import org.filorosso.engine.playbook.io.Nearest;
import org.jspecify.annotations.Nullable;

/** Checks a question against the playbook that is to answer it. */
final class RequestCheck {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:@+-]{1,64}");
    private static final Pattern REVISION = Pattern.compile("[0-9a-f]{12,64}");
    private static final int MOST_TOGETHER = 500;
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final List<String> EXPLAINS = Arrays.stream(Explain.values())
            .map(explain -> explain.name().toLowerCase(Locale.ROOT))
            .toList();

    private final LivePlaybooks playbooks;
    private final InstantSource clock;

    RequestCheck(LivePlaybooks playbooks, InstantSource clock) {
        this.playbooks = playbooks;
        this.clock = clock;
    }

    /**
     * The question, understood.
     *
     * @param scope whose request ids these are
     * @return null when there are faults
     */
    @Nullable
    Ask ask(DecisionRequest body, String scope, Faults faults) {
        int before = faults.count();
        String subject = id("/subjectId", body.subjectId(), faults);
        String requestId = body.requestId() == null ? null : id("/requestId", body.requestId(), faults);
        Explain explain = explain(body.explain(), faults);
        boolean dryRun = Boolean.TRUE.equals(body.dryRun());
        Instant at = at(body, dryRun, faults);
        LivePlaybook live = live(body, dryRun, faults);
        if (live == null) {
            return null;
        }
        Ask.Where where = new WhereCheck(live.playbook(), faults).where(body);
        AttributeCheck attributes = new AttributeCheck(live.playbook(), faults);
        Map<String, Object> contexts = attributes.contexts(body.contexts());
        Map<String, @Nullable Object> profile = attributes.profile(body.profile());
        String language = language(body.language(), live.playbook().settings(), faults);
        if (faults.count() > before || subject == null || where == null) {
            return null;
        }
        RequestKey key = dryRun || requestId == null ? null : new RequestKey(scope, requestId, BodyDigest.of(body));
        return new Ask(key, subject, live, where, contexts, profile, language, explain, dryRun, at);
    }

    /**
     * The questions of a batch, all understood.
     *
     * @throws Refusal with the faults of all of them
     */
    List<Ask> asks(@Nullable List<@Nullable DecisionRequest> bodies, String scope) {
        Faults faults = new Faults();
        List<Ask> asks = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int size = bodies == null ? 0 : bodies.size();
        if (size < 1 || size > MOST_TOGETHER) {
            faults.add("/requests", "has " + size + " members", null, "Maybe 1 to " + MOST_TOGETHER + ".");
        }
        for (int i = 0; bodies != null && i < Math.min(size, MOST_TOGETHER); i++) {
            Faults here = faults.under("/requests/" + i);
            DecisionRequest body = bodies.get(i);
            if (body == null) {
                here.add("", "is missing", null, null);
                continue;
            }
            Ask ask = ask(body, scope, here);
            if (body.requestId() != null && !ids.add(body.requestId())) {
                here.add("/requestId", "stands twice", body.requestId(), "Maybe a new id for a new question.");
            } else if (ask != null) {
                asks.add(ask);
            }
        }
        faults.throwIfAny();
        return asks;
    }

    private static @Nullable String id(String pointer, @Nullable String id, Faults faults) {
        if (id == null) {
            faults.add(pointer, "is missing", null, "Maybe c-1001.");
        } else if (!ID.matcher(id).matches()) {
            faults.add(
                    pointer,
                    "is no id",
                    id.length() > 100 ? id.length() + " characters" : id,
                    "Maybe 1 to 64 letters, digits and . _ : @ + -");
            return null;
        }
        return id;
    }

    static Explain explain(@Nullable String text, Faults faults) {
        int found = text == null ? 0 : EXPLAINS.indexOf(text);
        if (found < 0) {
            faults.add("/explain", "is no kind of explanation", text, "Maybe one of " + EXPLAINS + ".");
        }
        return Explain.values()[Math.max(0, found)];
    }

    private Instant at(DecisionRequest body, boolean dryRun, Faults faults) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String text = body.at();
        if (text == null) {
            return now;
        }
        if (!dryRun) {
            faults.add("/at", "is for a dry run only", text, "Maybe set dryRun to true.");
        }
        try {
            Instant at = OffsetDateTime.parse(text).toInstant();
            if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) {
                faults.add("/at", "is out of reach", text, "Maybe a time from 1970 to 2199.");
                return now;
            }
            return at.truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeParseException e) {
            faults.add("/at", "is no time with an offset", text, "Maybe 2026-03-01T09:30:00+01:00.");
            return now;
        }
    }

    private @Nullable LivePlaybook live(DecisionRequest body, boolean dryRun, Faults faults) {
        String revision = body.revision();
        if (revision != null && !dryRun) {
            faults.add("/revision", "is for a dry run only", revision, "Maybe set dryRun to true.");
        }
        if (revision != null && !REVISION.matcher(revision).matches()) {
            faults.add("/revision", "is no revision", revision, "Maybe 12 to 64 hexadecimal digits.");
            revision = null;
        }
        try {
            LivePlaybook live = playbooks.named(body.playbook());
            return revision == null || !dryRun ? live : playbooks.revision(live.name(), revision);
        } catch (Refusal refusal) {
            if (refusal.faults().isEmpty()) {
                throw refusal;
            }
            faults.addAll(refusal);
            return null;
        }
    }

    private static @Nullable String language(@Nullable String language, Settings settings, Faults faults) {
        if (language != null && !settings.languages().contains(language)) {
            faults.add(
                    "/language",
                    "is no language of the playbook",
                    language,
                    Nearest.maybe(language, settings.languages()));
        }
        return language;
    }
}
