package org.filorosso.api.response;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.filorosso.api.decision.SharedCounts;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.store.CounterStore;
import org.filorosso.api.store.CounterStore.Key;
import org.filorosso.api.store.DatabaseClock;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.learn.BetaCounts;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Settings.PropensityModel;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Counters and lessons in memory. Counters are read again every second and changed at once by what this node grants; what
 * was learnt is read again every ten seconds, and kept in the database under its digest before any decision uses it.
 * Without a database the last figures stand; where there never were any, nothing is used up and nothing was learnt.
 */
final class KeptCounts implements SharedCounts {
    private static final Learnt NOTHING = new Learnt(Snapshots.id(BetaCounts.NONE), BetaCounts.NONE);
    private static final Duration LATE = Duration.ofDays(3);

    private final LivePlaybooks playbooks;
    private final CounterStore counters;
    private final LearntStore days;
    private final Snapshots snapshots;
    private final DatabaseClock clock;
    private final Map<String, Map<Key, BigDecimal>> used = new ConcurrentHashMap<>();
    private final Map<String, Learnt> learnt = new ConcurrentHashMap<>();
    private final Map<LearntStore.Cell, LearntStore.Count> counted = new HashMap<>();

    KeptCounts(
            LivePlaybooks playbooks,
            CounterStore counters,
            LearntStore days,
            Snapshots snapshots,
            DatabaseClock clock) {
        this.playbooks = playbooks;
        this.counters = counters;
        this.days = days;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    @Override
    public State.Counters usedUp(Playbook playbook, Instant at) {
        Map<Key, BigDecimal> figures = used.get(playbook.name());
        return figures == null
                ? State.Counters.NONE
                : new UsedUp(playbook, at.atZone(playbook.settings().zone()), figures);
    }

    @Override
    public Learnt learnt(Playbook playbook, Instant at) {
        return learnt.getOrDefault(playbook.name(), NOTHING);
    }

    @Override
    public BetaCounts kept(String id) {
        return id.equals(NOTHING.id()) ? BetaCounts.NONE : snapshots.read(id);
    }

    /** Counts what this node has just committed, ahead of the next look at the database. */
    void add(Map<Key, BigDecimal> changes) {
        synchronized (used) {
            changes.forEach((key, change) -> used.computeIfAbsent(key.playbook(), unknown -> new ConcurrentHashMap<>())
                    .merge(key, change, BigDecimal::add));
        }
    }

    /**
     * Reads the counters again.
     *
     * @throws DataAccessException if the database cannot be read; the figures stay as they are
     */
    void lookAtCounters() {
        for (LivePlaybook live : playbooks.all()) {
            ZonedDateTime now =
                    clock.instant().atZone(live.playbook().settings().zone());
            // no commit of this node may come between reading and replacing, or it would be forgotten for a second
            synchronized (used) {
                used.put(live.name(), new ConcurrentHashMap<>(counters.of(live.name(), periods(now))));
            }
        }
    }

    private static List<String> periods(ZonedDateTime now) {
        LocalDate today = now.toLocalDate();
        return List.of(
                Charges.ALL,
                UsedUp.month(today),
                UsedUp.month(today.plusDays(1)),
                today.toString(),
                today.plusDays(1).toString());
    }

    @Override
    public void look() {
        lookAtCounters();
    }

    /**
     * Reads what was learnt again.
     *
     * @param all also of days long past, to which somebody may have imported
     * @throws DataAccessException if the database cannot be read; the snapshots stay as they are
     * @throws TransactionException the same
     */
    synchronized void lookAtLessons(boolean all) {
        Instant now = clock.instant();
        if (all) {
            counted.clear();
        }
        LocalDate from = all ? LocalDate.EPOCH : LocalDate.ofInstant(now.minus(LATE), java.time.ZoneOffset.UTC);
        days.read(from, counted);
        for (LivePlaybook live : playbooks.all()) {
            learnt.put(live.name(), snapshot(live.playbook(), now, all));
        }
    }

    private Learnt snapshot(Playbook playbook, Instant now, boolean again) {
        if (playbook.settings().arbitration().propensity() != PropensityModel.ADAPTIVE) {
            return NOTHING;
        }
        Map<LearntStore.Cell, LearntStore.Count> own = new HashMap<>();
        counted.forEach((cell, count) -> {
            if (playbook.catalogue().find(cell.key().action()) != null) {
                own.put(cell, count);
            }
        });
        BetaCounts counts = LearntStore.daily(own)
                .at(
                        now.atZone(playbook.settings().zone()),
                        playbook.settings().arbitration().halfLife());
        Learnt next = new Learnt(Snapshots.id(counts), counts);
        Learnt last = learnt.get(playbook.name());
        if (again || last == null || !Objects.equals(last.id(), next.id())) {
            snapshots.keep(next.id(), counts, now);
        }
        return next;
    }
}
