package org.filorosso.api.playbook;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.filorosso.api.ops.ServiceSettings;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.store.DatabaseClock;
import org.filorosso.api.store.Schema;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * What the database says is live, looked at about every second. A new revision is built off the path of requests and
 * replaces the earlier one in one step; one that cannot be built replaces nothing. Without a database at the start, the
 * copies on this node's disk decide.
 */
@Component
final class PolledPlaybooks implements LivePlaybooks, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PolledPlaybooks.class);

    private final RevisionStore store;
    private final Schema schema;
    private final FirstPlaybooks first;
    private final LocalCopies copies;
    private final PlaybookLoader loader = new PlaybookLoader();
    private final Duration pause;
    private final MeterRegistry meters;
    private final InstantSource clock;
    private final Map<String, RefusedRevision> refused = new ConcurrentHashMap<>();
    private volatile Map<String, Live> live = Map.of();
    private volatile boolean begun;
    private @Nullable Polling polling;

    /**
     * What decides now.
     *
     * @param since null where the database did not say yet
     */
    record Live(LivePlaybook playbook, @Nullable Publication since) {

        boolean is(Publication published) {
            return since != null && since.version() == published.version() && is(published.revision());
        }

        boolean is(String revision) {
            return playbook.revision().equals(revision);
        }
    }

    /** A publication that this node could not make live. */
    record RefusedRevision(Publication publication, String why) {}

    PolledPlaybooks(
            RevisionStore store,
            Schema schema,
            FirstPlaybooks first,
            ServiceSettings settings,
            MeterRegistry meters,
            DatabaseClock clock) {
        this.store = store;
        this.schema = schema;
        this.first = first;
        this.copies = new LocalCopies(settings.dataFolder().resolve("playbooks"));
        this.pause = settings.poll();
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        if (schema.ready()) {
            try {
                look();
            } catch (DataAccessException e) {
                LOG.warn("What is live could not be read: {}", e.toString());
            }
        }
        useCopies();
        polling = new Polling("playbooks", pause, this::look);
    }

    @Override
    public synchronized void stop() {
        if (polling != null) {
            polling.close();
            polling = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return polling != null;
    }

    // before the first request is taken
    @Override
    public int getPhase() {
        return 0;
    }

    /**
     * Brings this node up to date at once.
     *
     * @throws DataAccessException if the database cannot be reached; what is live stays
     */
    synchronized void look() {
        if (!schema.ready()) {
            return;
        }
        if (!begun) {
            first.publish();
            begun = true;
        }
        for (Publication published : store.live()) {
            Live now = live.get(published.playbook());
            if (now == null || !now.is(published)) {
                take(now, published);
            }
        }
    }

    private void take(@Nullable Live now, Publication published) {
        RefusedRevision before = refused.get(published.playbook());
        if (before != null && before.publication().equals(published)) {
            return;
        }
        try {
            LivePlaybook next = now != null && now.is(published.revision())
                    ? now.playbook()
                    : loader.load(published.playbook(), published.revision(), () -> content(published));
            put(next, published);
            refused.remove(published.playbook());
            copies.keep(next.name(), next.revision(), content(published));
            count("loaded", published);
            LOG.info("Revision {} of {} decides now.", next.playbook().shortRevision(), next.name());
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            refused.put(published.playbook(), new RefusedRevision(published, e.toString()));
            count("refused", published);
            LOG.error(
                    "Revision {} of {} cannot be loaded; the earlier one stays",
                    published.revision(),
                    published.playbook(),
                    e);
        }
    }

    private byte[] content(Publication published) {
        return store.content(published.playbook(), published.revision())
                .orElseThrow(() -> new IllegalStateException("The content is missing"));
    }

    private void put(LivePlaybook playbook, @Nullable Publication since) {
        Map<String, Live> next = new TreeMap<>(live);
        if (next.put(playbook.name(), new Live(playbook, since)) == null) {
            meters.gauge(
                    "filorosso.publish.age",
                    Tags.of("playbook", playbook.name()),
                    this,
                    all -> all.age(playbook.name()));
        }
        live = next;
    }

    private double age(String name) {
        Live now = live.get(name);
        return now == null || now.since() == null
                ? Double.NaN
                : Duration.between(now.since().publishedAt(), clock.instant()).toMillis() / 1000.0;
    }

    private void count(String result, Publication published) {
        meters.counter("filorosso.revisions", "result", result, "playbook", published.playbook())
                .increment();
    }

    /** What the database did not give is taken from disk. */
    private void useCopies() {
        for (String name : copies.names()) {
            if (!live.containsKey(name)) {
                copies.intact(name).stream()
                        .map(content -> fromCopy(name, content))
                        .filter(playbook -> playbook != null)
                        .findFirst()
                        .ifPresent(playbook -> put(playbook, null));
            }
        }
    }

    private @Nullable LivePlaybook fromCopy(String name, byte[] content) {
        try {
            LivePlaybook playbook = PlaybookLoader.build(name, content);
            LOG.warn(
                    "Revision {} of {} decides, from this node's disk.",
                    playbook.playbook().shortRevision(),
                    name);
            return playbook;
        } catch (RuntimeException | StackOverflowError e) {
            copies.report(name, "cannot be loaded: " + e);
            return null;
        }
    }

    @Override
    public LivePlaybook named(@Nullable String name) {
        Map<String, Live> now = live;
        Live found = name != null
                ? now.get(name)
                : now.size() == 1 ? now.values().iterator().next() : null;
        if (found != null) {
            return found.playbook();
        }
        if (now.isEmpty()) {
            throw Refusal.of(Kind.UNAVAILABLE, "No playbook is live yet.").retryAfter(pause.toSeconds() + 1);
        }
        String fault = name == null ? "must be given, since several playbooks are live" : "names no live playbook";
        throw Refusal.at(
                Kind.INVALID, "/playbook", fault, name, "Maybe one of " + String.join(", ", now.keySet()) + ".");
    }

    @Override
    public LivePlaybook revision(String name, String revision) {
        Live now = live.get(name);
        if (now != null && now.is(revision)) {
            return now.playbook();
        }
        List<StoredRevision> found = store.find(name, revision);
        if (found.size() != 1) {
            throw Refusal.at(
                    Kind.INVALID,
                    "/revision",
                    found.isEmpty() ? "names no stored revision of " + name : "begins several revisions of " + name,
                    revision,
                    "Maybe one of GET /v1/playbooks/" + name + "/revisions.");
        }
        String full = found.get(0).revision();
        return loader.load(
                name,
                full,
                () -> store.content(name, full).orElseThrow(() -> new IllegalStateException("The content is missing")));
    }

    @Override
    public Collection<LivePlaybook> all() {
        return live.values().stream().map(Live::playbook).toList();
    }

    /** What decides now, with its publication, by name. */
    Collection<Live> publications() {
        return live.values();
    }

    /** Publications that this node could not make live. */
    Collection<RefusedRevision> refused() {
        return refused.values();
    }

    /** What is wrong with the copies on disk, by file. */
    Map<String, String> damagedCopies() {
        return copies.faults();
    }

    /** Why the last look at the database failed, or null. */
    synchronized @Nullable String failure() {
        return polling == null ? null : polling.failure();
    }
}
