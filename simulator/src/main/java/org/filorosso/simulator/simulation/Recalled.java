package org.filorosso.simulator.simulation;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.Decision.Factors;
import org.filorosso.engine.decide.Decision.Result;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.StageCode;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.simulator.simulation.Encounter.Offer;
import org.filorosso.simulator.simulation.Journal.OtherStory;
import org.jspecify.annotations.Nullable;

/**
 * Encounters in the journal: of each what {@link Grants} and {@link Tally} read when they record it, and no more. Numbers are
 * kept to the last bit. What is read back cannot be logged or explained.
 */
final class Recalled {
    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    private final Playbook playbook;

    Recalled(Playbook playbook) {
        this.playbook = playbook;
    }

    void write(DataOutputStream out, Encounter met) throws IOException {
        Decision decision = met.decision();
        StageCode emptied = decision.noActionReason();
        out.writeUTF(decision.stage());
        whole(out, emptied == null ? 0 : emptied.ordinal() + 1);
        whole(out, decision.stages().size());
        for (Decision.StageCount count : decision.stages()) {
            whole(out, count.stage().ordinal());
            whole(out, count.in());
            whole(out, count.out());
        }
        whole(out, met.offers().size());
        for (Offer offer : met.offers()) {
            write(out, offer);
        }
        out.writeBoolean(met.optOut());
    }

    private void write(DataOutputStream out, Offer offer) throws IOException {
        Action action = playbook.catalogue().find(offer.result().action());
        whole(out, action == null ? -1 : action.index());
        BigDecimal price = offer.result().price();
        out.writeUTF(price == null ? "" : price.toString());
        out.writeDouble(offer.result().cost());
        out.writeDouble(offer.result().factors().value());
        whole(out, offer.outcome().ordinal());
        Instant resumeAt = offer.resumeAt();
        out.writeUTF(resumeAt == null ? "" : resumeAt.toString());
        out.writeBoolean(offer.incoherent());
        out.writeBoolean(offer.kept());
    }

    /**
     * The next encounter of the journal.
     *
     * @param request as it was made then
     */
    Encounter read(DataInputStream in, Member member, Occasion occasion, Request request) throws IOException {
        try {
            String stage = in.readUTF();
            int emptied = whole(in);
            List<Decision.StageCount> counts = new ArrayList<>();
            for (int left = whole(in); left > 0; left--) {
                counts.add(new Decision.StageCount(of(StageCode.values(), whole(in)), whole(in), whole(in)));
            }
            List<Offer> offers = new ArrayList<>();
            for (int left = whole(in); left > 0; left--) {
                offers.add(offer(in));
            }
            Decision decision = new Decision(
                    request.interactionId(),
                    request.at(),
                    member.id(),
                    playbook.name(),
                    playbook.revision(),
                    "",
                    Map.of(),
                    stage,
                    List.of(),
                    emptied == 0 ? null : of(StageCode.values(), emptied - 1),
                    counts,
                    List.of());
            return new Encounter(
                    member, occasion, request, member.person.subject(), decision, offers, in.readBoolean());
        } catch (EOFException e) {
            throw new OtherStory("its journal has fewer encounters than the day");
        }
    }

    private Offer offer(DataInputStream in) throws IOException {
        int index = whole(in);
        if (index < 0 || index >= playbook.catalogue().size()) {
            throw new OtherStory("its journal has the action " + index + " of "
                    + playbook.catalogue().size());
        }
        Action action = playbook.catalogue().get(index);
        String price = in.readUTF();
        double cost = in.readDouble();
        Factors factors = new Factors(1, 1, in.readDouble(), 1);
        Result result = new Result(
                0,
                action.name(),
                action.issue(),
                action.group(),
                "",
                price.isEmpty() ? null : new BigDecimal(price),
                cost,
                factors,
                0,
                0,
                "",
                List.of(),
                false,
                "",
                Map.of());
        Outcome outcome = of(Outcome.values(), whole(in));
        String resumeAt = in.readUTF();
        return new Offer(result, outcome, instant(resumeAt), in.readBoolean(), in.readBoolean());
    }

    private static @Nullable Instant instant(String text) {
        return text.isEmpty() ? null : Instant.parse(text);
    }

    private static <T> T of(T[] values, int index) {
        if (index < 0 || index >= values.length) {
            throw new OtherStory("its journal has a number " + index + " of " + values.length);
        }
        return values[index];
    }

    /** A whole number, small ones in few bytes. */
    private static void whole(DataOutputStream out, int number) throws IOException {
        int rest = number;
        while ((rest & -MORE) != 0) {
            out.writeByte(rest | MORE);
            rest >>>= BITS;
        }
        out.writeByte(rest);
    }

    private static int whole(DataInputStream in) throws IOException {
        int number = 0;
        int shift = 0;
        int part = in.readUnsignedByte();
        while (part >= MORE) {
            number |= (part - MORE) << shift;
            shift += BITS;
            part = in.readUnsignedByte();
        }
        return number | part << shift;
    }
}
