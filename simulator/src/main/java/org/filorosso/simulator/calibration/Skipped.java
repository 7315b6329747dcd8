package org.filorosso.simulator.calibration;

import java.util.ArrayList;
import java.util.List;

/** What of a log was of no use, counted; read once, by one thread. */
final class Skipped {
    private long strangers;
    private long channels;
    private long actions;

    void stranger(long contacts) {
        strangers += contacts;
    }

    void channel() {
        channels++;
    }

    void action() {
        actions++;
    }

    /** Sentences; none where everything was of use. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        note(notes, strangers, "contacts of customers who are not in --customers were left out");
        note(notes, channels, "contacts on channels that the playbook does not have were left out");
        note(notes, actions, "offers of actions that the playbook does not have were left out");
        return notes;
    }

    private static void note(List<String> notes, long count, String text) {
        if (count > 0) {
            notes.add(String.format(java.util.Locale.ROOT, "%,d %s", count, text));
        }
    }
}
