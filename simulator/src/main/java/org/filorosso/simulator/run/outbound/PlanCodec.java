package org.filorosso.simulator.run.outbound;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.decide.Offer;

/** A piece of a plan as bytes. What many offers share (action, placement, treatment) is written once. */
final class PlanCodec {

    /** What many offers share. */
    private record Kind(int channel, int action, String placement, String treatment) {
        static Kind of(Choice choice) {
            Offer offer = choice.offer();
            return new Kind(choice.channel(), offer.action(), offer.placement(), offer.treatment());
        }
    }

    private PlanCodec() {}

    static byte[] bytes(List<Planned> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            Map<Kind, Integer> kinds = new HashMap<>();
            out.writeInt(rows.size());
            for (Planned row : rows) {
                write(row, kinds, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }

    private static void write(Planned row, Map<Kind, Integer> kinds, DataOutputStream out) throws IOException {
        String household = row.household();
        out.writeUTF(row.id());
        out.writeUTF(household == null ? "" : household);
        out.writeInt(row.choices().size());
        for (Choice choice : row.choices()) {
            Kind kind = Kind.of(choice);
            Integer known = kinds.putIfAbsent(kind, kinds.size());
            out.writeInt(known == null ? kinds.size() - 1 : known);
            if (known == null) {
                out.writeInt(kind.channel());
                out.writeInt(kind.action());
                out.writeUTF(kind.placement());
                out.writeUTF(kind.treatment());
            }
            terms(choice, out);
        }
    }

    private static void terms(Choice choice, DataOutputStream out) throws IOException {
        Offer offer = choice.offer();
        BigDecimal price = offer.price();
        out.writeInt(choice.rank());
        out.writeUTF(price == null ? "" : price.toString());
        out.writeDouble(offer.cost());
        out.writeDouble(offer.priority());
        out.writeBoolean(offer.quoted());
    }

    static List<Planned> rows(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            List<Kind> kinds = new ArrayList<>();
            int count = in.readInt();
            List<Planned> rows = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                rows.add(row(kinds, in));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("A plan whose check sum holds must be readable", e);
        }
    }

    private static Planned row(List<Kind> kinds, DataInputStream in) throws IOException {
        String id = in.readUTF();
        String household = in.readUTF();
        int count = in.readInt();
        List<Choice> choices = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            choices.add(choice(kinds, in));
        }
        return new Planned(id, household.isEmpty() ? null : household, choices);
    }

    private static Choice choice(List<Kind> kinds, DataInputStream in) throws IOException {
        int number = in.readInt();
        if (number == kinds.size()) {
            kinds.add(new Kind(in.readInt(), in.readInt(), in.readUTF(), in.readUTF()));
        }
        Kind kind = kinds.get(number);
        int rank = in.readInt();
        String price = in.readUTF();
        return new Choice(
                kind.channel(),
                rank,
                new Offer(
                        kind.action(),
                        kind.placement(),
                        kind.treatment(),
                        price.isEmpty() ? null : new BigDecimal(price),
                        in.readDouble(),
                        in.readDouble(),
                        in.readBoolean()));
    }
}
