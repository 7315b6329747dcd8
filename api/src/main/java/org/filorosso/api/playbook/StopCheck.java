package org.filorosso.api.playbook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.filorosso.api.problem.Fault;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Targets;
import org.filorosso.engine.playbook.io.Nearest;
import org.jspecify.annotations.Nullable;

/** Whether a stop silences anything that is live: one that names nothing would be believed and do nothing. */
final class StopCheck {
    private static final int MOST_REASON = 2_000;
    private static final String REQUIRED = "is required";

    private final LivePlaybooks playbooks;

    StopCheck(LivePlaybooks playbooks) {
        this.playbooks = playbooks;
    }

    /** @throws Refusal with all faults */
    void check(StopController.StopOrder order, Instant now) {
        List<Fault> faults = new ArrayList<>();
        if (order.target() == null && order.channel() == null) {
            faults.add(new Fault("/target", REQUIRED + " where no channel is named", null, "Maybe * for everything."));
        }
        named("/target", order.target(), targets(), faults);
        named("/channel", order.channel(), channels(), faults);
        if (order.until() != null && !order.until().isAfter(now)) {
            faults.add(new Fault("/until", "must lie ahead", order.until().toString(), "Maybe leave it out."));
        }
        reason(order.reason(), faults);
        if (!faults.isEmpty()) {
            throw Refusal.of(Kind.INVALID, "The stop says something that cannot be.", faults);
        }
    }

    private static void named(String pointer, @Nullable String name, Set<String> valid, List<Fault> faults) {
        if (name != null && !valid.contains(name.strip())) {
            faults.add(new Fault(pointer, "names nothing of a live playbook", name, Nearest.maybe(name, valid)));
        }
    }

    private static void reason(@Nullable String reason, List<Fault> faults) {
        if (reason == null || reason.isBlank()) {
            faults.add(new Fault("/reason", REQUIRED, null, "Maybe say what agents should know."));
        } else if (reason.length() > MOST_REASON || reason.chars().anyMatch(Character::isISOControl)) {
            faults.add(new Fault(
                    "/reason", "must have at most 2,000 characters, none of them a control character", null, null));
        }
    }

    private Set<String> targets() {
        Set<String> targets = new TreeSet<>();
        playbooks
                .all()
                .forEach(live -> targets.addAll(new Targets(live.playbook().catalogue()).paths()));
        return targets;
    }

    private Set<String> channels() {
        Set<String> channels = new TreeSet<>();
        playbooks.all().stream()
                .flatMap(live -> live.playbook().tables().channels().stream())
                .map(Channel::name)
                .forEach(channels::add);
        return channels;
    }
}
