package org.filorosso.api.run;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.filorosso.api.decision.OutboundContacts;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.store.DatabaseClock;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.review.ReviewJson;
import org.filorosso.simulator.run.outbound.Contact;
import org.filorosso.simulator.run.outbound.Manifest;
import org.filorosso.simulator.run.outbound.OutboundRun;
import org.filorosso.simulator.run.outbound.RunQuestion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes one run from where it stands to its end. First all is decided and shared out, which changes nothing for anybody and
 * may be done again; then the contacts of a real run are recorded block by block, each once whoever does it. What the
 * database refuses for now is thrown on, to be tried again; whatever else goes wrong ends the run.
 */
final class RunWork {
    private static final Logger LOG = LoggerFactory.getLogger(RunWork.class);
    private static final int BLOCK = 64;
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();
    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private final Parts parts;
    private final Run run;
    private final Path folder;
    private long told = System.nanoTime();

    /**
     * What every run needs.
     *
     * @param folder where unfinished runs keep what they have decided
     * @param turn this node's
     */
    record Parts(
            RunStore runs,
            ContactStore contacts,
            Selection selection,
            OutboundContacts outbound,
            LivePlaybooks playbooks,
            DatabaseClock clock,
            JsonMapper json,
            Path folder,
            RunTurn turn,
            Signals signals) {}

    /** A run that can be worked on. */
    private record Begun(LivePlaybook live, RunRequest asked, RunQuestion question, Instant at) {}

    RunWork(Parts parts, Run run) {
        this.parts = parts;
        this.run = run;
        this.folder = parts.folder().resolve(run.id());
    }

    /**
     * Works on it.
     *
     * @throws DataAccessException or another one of those that are worth another try
     */
    void work() {
        try {
            if (run.cancelled()) {
                throw new Signals.Interrupted(Signals.Why.CANCELLED);
            }
            toTheEnd();
        } catch (Signals.Interrupted e) {
            if (e.why() == Signals.Why.CANCELLED) {
                finish(Run.Status.CANCELLED, null);
            }
        } catch (RunStore.LostTurn e) {
            LOG.info("Another node goes on with the run {}", run.id());
        } catch (FlawException e) {
            fail("What it reads cannot be used: " + e.getMessage());
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private void toTheEnd() throws FlawException {
        Begun begun = begin();
        if (!run.dry() && run.at() != null && dayIsOver(begun)) {
            fail("It was broken off, and its day was over before it could go on. What it had recorded stands.");
            return;
        }
        if (run.step() == Run.Step.DECIDING) {
            decide(begun);
        }
        if (!run.dry()) {
            record(begun);
        }
        finish(Run.Status.COMPLETED, null);
    }

    private Begun begin() {
        String revision = run.revision();
        LivePlaybook live = revision == null
                ? parts.playbooks().named(run.playbook())
                : parts.playbooks().revision(run.playbook(), revision);
        RunRequest asked = parts.json().readValue(run.asked(), RunRequest.class);
        Instant known = run.at();
        Instant now = asked.at() == null ? time(live.name()) : asked.at();
        Instant at = known == null ? now : known;
        RunQuestion question = RunCheck.question(asked, live, at);
        if (known == null) {
            FileSystemUtils.deleteRecursively(folder.toFile());
            parts.runs().begin(run.id(), at, live.revision(), parts.turn().worker());
        }
        return new Begun(live, asked, question, at);
    }

    /** No two runs of a playbook have the same time: their contacts are named by it. */
    private Instant time(String playbook) {
        Instant now = parts.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        Instant latest = parts.runs().latestTime(playbook);
        return run.dry() || latest == null || now.isAfter(latest) ? now : latest.plusMillis(1);
    }

    private boolean dayIsOver(Begun begun) {
        ZoneId zone = begun.live().playbook().settings().zone();
        return begun.at()
                .atZone(zone)
                .toLocalDate()
                .isBefore(parts.clock().instant().atZone(zone).toLocalDate());
    }

    private void decide(Begun begun) throws FlawException {
        Path ids = parts.selection().in(folder, begun.asked().list());
        OutboundRun outbound = new OutboundRun(
                begun.live().engine(),
                new StoredAudience(ids, begun.live(), parts.outbound()),
                begun.question(),
                new OutboundRun.Task(folder, "", true, THREADS, OutboundRun.PIECE));
        parts.contacts().clear(run.id());
        int[] place = {1};
        Manifest manifest = outbound.contacts(
                piece -> {
                    parts.signals().check();
                    parts.contacts().plan(run.id(), place[0], piece);
                    place[0] += piece.size();
                },
                new Flaws(),
                new OutboundRun.Listener() {
                    @Override
                    public void history(long rows) {}

                    @Override
                    public void decided(double fraction) {
                        tell(fraction);
                    }
                });
        parts.runs().decided(run.id(), ReviewJson.of(manifest), parts.turn().worker());
    }

    private void tell(double fraction) {
        if (System.nanoTime() - told > PAUSE) {
            told = System.nanoTime();
            parts.signals().check();
            parts.runs().progress(run.id(), fraction, parts.turn().worker());
        }
    }

    private void record(Begun begun) {
        OutboundContacts.Terms terms = new OutboundContacts.Terms(
                run.id(),
                begun.live(),
                begun.at(),
                RunCheck.contexts(begun.asked(), begun.live()),
                begun.asked().language());
        Map<String, Long> states = parts.contacts().states(run.id());
        long all = states.values().stream().mapToLong(Long::longValue).sum();
        long left = states.getOrDefault("planned", 0L);
        List<ContactStore.Placed> block = parts.contacts().open(run.id(), BLOCK);
        while (!block.isEmpty()) {
            parts.signals().check();
            List<Contact> meant =
                    block.stream().map(ContactStore.Placed::contact).toList();
            parts.contacts().settle(run.id(), block, parts.outbound().record(terms, meant));
            left -= block.size();
            tell((double) (all - left) / all);
            block = parts.contacts().open(run.id(), BLOCK);
        }
    }

    private void finish(Run.Status status, @Nullable String reason) {
        parts.runs()
                .finish(
                        run.id(),
                        status,
                        reason,
                        parts.clock().instant(),
                        parts.turn().worker());
        if (folder.toFile().exists() && !FileSystemUtils.deleteRecursively(folder.toFile())) {
            LOG.warn(
                    "What the run {} kept on disk cannot be deleted now; it is tried again with the next run",
                    run.id());
        }
    }

    private void fail(String reason) {
        LOG.warn("The run {} failed: {}", run.id(), reason);
        finish(Run.Status.FAILED, reason);
    }

    private void failed(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            boolean busy = cause instanceof Refusal refusal && refusal.kind() == Kind.UNAVAILABLE;
            if (busy
                    || cause instanceof DataAccessException
                    || cause instanceof TransactionException
                    || cause instanceof java.util.concurrent.TimeoutException) {
                throw e;
            }
            if (cause instanceof Refusal refusal) {
                String faults = refusal.faults().stream()
                        .map(fault -> " " + fault.pointer() + " " + fault.message() + ".")
                        .reduce("", String::concat);
                fail(refusal.detail() + faults);
                return;
            }
        }
        LOG.error("The run {} failed inside", run.id(), e);
        finish(Run.Status.FAILED, "Something went wrong inside; the service's log says what.");
    }
}
