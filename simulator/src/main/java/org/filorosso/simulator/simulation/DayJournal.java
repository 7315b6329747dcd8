package org.filorosso.simulator.simulation;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One day's encounters between an arm and its journal: read where the journal has the day, gathered where it has not. Decisions
 * that are looked at closely are few, and taken anew: nothing of an explanation is in the journal. By one thread.
 */
final class DayJournal {
    private final Recalled codec;
    private final @Nullable DataInputStream known;
    private final boolean keeping;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    /**
     * Of a day.
     *
     * @param known the encounters that the journal has, or null
     * @param keeping whether those of the day are gathered
     */
    DayJournal(Recalled codec, @Nullable DataInputStream known, boolean keeping) {
        this.codec = codec;
        this.known = known;
        this.keeping = keeping;
    }

    /** What came of an occasion; null where that has to be decided. To be asked in the order in which it happened. */
    @Nullable
    Encounter recall(Meeting meeting, Member member, Occasion occasion) throws IOException {
        return known == null || meeting.explains(member, occasion)
                ? null
                : codec.read(known, member, occasion, meeting.request(member, occasion));
    }

    /** Gathers what came of an occasion, in the order in which it happens. */
    void keep(Meeting meeting, Encounter met) throws IOException {
        if (keeping && !meeting.explains(met.member(), met.occasion())) {
            codec.write(out, met);
        }
    }

    /** All that was gathered. */
    byte[] kept() {
        return bytes.toByteArray();
    }
}
