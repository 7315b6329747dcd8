package org.filorosso.api.run;

import java.io.File;
import java.time.Duration;
import java.util.List;
import org.filorosso.api.store.Lookout;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.util.FileSystemUtils;

/** Looks for runs and works on them, one after the other, on one node at a time. A node that stops leaves its run to others. */
final class RunWorker implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final RunWork.Parts parts;
    private final RunTurn turn;
    private final Lookout worker;
    private final Lookout heart;
    private volatile @Nullable String working;

    /** @param worker and heart belong to it */
    RunWorker(RunWork.Parts parts, Lookout worker, Lookout heart) {
        this.parts = parts;
        this.turn = parts.turn();
        this.worker = worker;
        this.heart = heart;
        worker.every(LOOK, "Working on outbound runs", this::look);
        heart.every(BEAT, "Keeping the turn of an outbound run", this::beat);
    }

    private void look() {
        Run next = parts.signals().stopping() ? null : parts.runs().next().orElse(null);
        if (next == null || !turn.take()) {
            return;
        }
        // once more, now that nobody else works on it
        next = parts.runs().next().orElse(null);
        if (next == null) {
            return;
        }
        tidy();
        parts.signals().clear();
        working = next.id();
        try {
            new RunWork(parts, next).work();
        } finally {
            working = null;
            if (parts.signals().stopping()) {
                turn.leave();
            }
        }
    }

    /** Folders of runs that ended elsewhere. */
    private void tidy() {
        File[] folders = parts.folder().toFile().listFiles();
        List<String> open = folders == null ? List.of() : parts.runs().open();
        for (int i = 0; folders != null && i < folders.length; i++) {
            if (!open.contains(folders[i].getName())) {
                FileSystemUtils.deleteRecursively(folders[i]);
            }
        }
    }

    private void beat() {
        String id = working;
        if (id == null) {
            return;
        }
        if (!turn.take()) {
            parts.signals().set(Signals.Why.LOST);
        } else if (parts.runs().find(id).filter(run -> !run.cancelled()).isEmpty()) {
            parts.signals().set(Signals.Why.CANCELLED);
        }
    }

    /** The run is left where it stands before the database goes. */
    @EventListener
    void stopping(ContextClosedEvent event) {
        parts.signals().set(Signals.Why.STOPPING);
    }

    @Override
    public void close() {
        parts.signals().set(Signals.Why.STOPPING);
        worker.close();
        heart.close();
    }
}
