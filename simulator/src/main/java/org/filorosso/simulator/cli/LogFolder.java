package org.filorosso.simulator.cli;

import java.nio.file.Path;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.simulator.log.DecisionLog;
import org.filorosso.simulator.log.ExtractLog;
import org.filorosso.simulator.run.Decided;
import org.jspecify.annotations.Nullable;

/** The decision log that a run writes beside its data; may be none. */
final class LogFolder implements AutoCloseable {
    private final @Nullable Output decisions;
    private final @Nullable Output candidates;
    private final Asked asked;
    private final ExtractLog extract;

    private LogFolder(Asked asked, @Nullable Output decisions, @Nullable Output candidates, Playbook playbook) {
        this.asked = asked;
        this.decisions = decisions;
        this.candidates = candidates;
        this.extract = new ExtractLog(playbook.settings().zone());
    }

    /** What is to be logged. */
    private record Asked(boolean decisions, boolean candidates) {}

    /** What is logged of one decision; empty where there is no log. */
    record Entry(String decisions, String candidates) {}

    /**
     * @param folder null is no log
     * @param extract whether every candidate is logged too
     */
    static LogFolder open(@Nullable Path folder, boolean extract, Playbook playbook, Terminal terminal) {
        if (folder == null) {
            return new LogFolder(new Asked(false, false), null, null, playbook);
        }
        LogCommand.create(folder);
        Output decisions = Output.of(folder.resolve(DecisionLog.FILE), terminal);
        decisions.print(DecisionLog.header());
        if (!extract) {
            return new LogFolder(new Asked(true, false), decisions, null, playbook);
        }
        Output candidates = Output.of(folder.resolve(ExtractLog.FILE), terminal);
        candidates.print(ExtractLog.header());
        return new LogFolder(new Asked(true, true), decisions, candidates, playbook);
    }

    /** Knows how to write the log, and has nowhere to write it to. */
    static LogFolder elsewhere(@Nullable Path folder, boolean extract, Playbook playbook) {
        return new LogFolder(new Asked(folder != null, folder != null && extract), null, null, playbook);
    }

    /** Any thread may ask. */
    Entry of(Decided decided) {
        return new Entry(
                !asked.decisions() ? "" : DecisionLog.rows(decided.subject(), decided.request(), decided.decision()),
                !asked.candidates() ? "" : extract.rows(decided.request(), decided.decision()));
    }

    void print(Entry entry) {
        if (decisions != null) {
            decisions.print(entry.decisions());
        }
        if (candidates != null) {
            candidates.print(entry.candidates());
        }
    }

    /** Says that everything was written. */
    void done() {
        if (decisions != null) {
            decisions.done();
        }
        if (candidates != null) {
            candidates.done();
        }
    }

    @Override
    public void close() {
        if (decisions != null) {
            decisions.close();
        }
        if (candidates != null) {
            candidates.close();
        }
    }
}
