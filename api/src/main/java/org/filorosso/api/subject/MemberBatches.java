package org.filorosso.api.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Gathers ids for one statement at a time, and whatever is wrong with them. Not thread-safe. */
final class MemberBatches implements MemberSource.Sink {
    private static final int BATCH = 5_000;

    private final ToIntFunction<List<String>> write;
    private final Faults faults;
    private final List<String> waiting = new ArrayList<>();
    private long changed;

    /** @param write returns how many ids made a difference */
    MemberBatches(ToIntFunction<List<String>> write, Faults faults) {
        this.write = write;
        this.faults = faults;
    }

    @Override
    public void take(String place, String id) {
        if (Ids.valid(id)) {
            waiting.add(id);
        } else if (faults.found().size() < ImportReport.SHOWN) {
            faults.add(place, Ids.MESSAGE, id, Ids.HINT);
        }
        if (waiting.size() == BATCH) {
            flush();
        }
    }

    /** Writes what is left; returns how many ids made a difference. */
    long flush() {
        changed += write.applyAsInt(waiting);
        waiting.clear();
        return changed;
    }
}
