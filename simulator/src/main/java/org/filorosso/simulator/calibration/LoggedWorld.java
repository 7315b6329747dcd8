package org.filorosso.simulator.calibration;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.score.Contacted;
import org.filorosso.engine.score.Known;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.log.SubjectLogs;
import org.jspecify.annotations.Nullable;

/**
 * A decision log beside the world that is to explain it. It is read as often as it takes.
 *
 * @param folder with decisions.csv, and responses.csv and events.csv if there are
 * @param playbook whose decisions count
 * @param customers who somebody is; null where that should be known and is not
 */
public record LoggedWorld(Model model, Path folder, String playbook, Function<String, @Nullable Subject> customers) {

    /** The times of all contacts, in order. */
    List<Instant> times() throws FlawException {
        List<Instant> times = new ArrayList<>();
        new SubjectLogs(folder, playbook)
                .each(id -> Known.NOTHING, log -> Contacted.of(log).forEach(contact -> times.add(Trials.at(contact))));
        times.sort(null);
        return times;
    }

    /** @return what was of no use */
    Skipped each(Consumer<Trial> consumer) throws FlawException {
        Trials trials = new Trials(model, customers);
        new SubjectLogs(folder, playbook).each(id -> Known.NOTHING, log -> trials.each(log, consumer));
        return trials.skipped();
    }
}
