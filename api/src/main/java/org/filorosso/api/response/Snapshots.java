package org.filorosso.api.response;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.store.Database;
import org.filorosso.engine.learn.BetaCounts;

/** What was learnt, as decisions used it: kept once under the digest of the counts. */
final class Snapshots {
    private static final int REMEMBERED = 16;

    private final Database database;
    private final Cache<String, BetaCounts> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Snapshots(Database database) {
        this.database = database;
    }

    /** 64 hex digits: equal counts have equal ids on every node. */
    static String id(BetaCounts counts) {
        return Digests.hex(bytes(counts));
    }

    /** Keeps counts; of those that are kept already it notes that they are in use. */
    void keep(String id, BetaCounts counts, Instant at) {
        int known = database.sql()
                .sql("update learnt_snapshot set at = ? where id = ?")
                .params(Times.sql(at), id)
                .update();
        if (known == 0) {
            database.sql()
                    .sql("insert into learnt_snapshot (id, counts, at) values (?, ?, ?) on conflict do nothing")
                    .params(id, deflated(bytes(counts)), Times.sql(at))
                    .update();
        }
        remembered.put(id, counts);
    }

    /** @throws Refusal if they are no longer kept */
    BetaCounts read(String id) {
        return remembered.get(
                id,
                unknown -> database.sql()
                        .sql("select counts from learnt_snapshot where id = ?")
                        .param(id)
                        .query((row, number) -> counts(row.getBytes(1)))
                        .optional()
                        .orElseThrow(() -> Refusal.of(Kind.NOT_FOUND, "What was learnt by then is no longer kept.")));
    }

    private static byte[] bytes(BetaCounts counts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            List<Map.Entry<BetaCounts.Key, BetaCounts.Count>> sorted = counts.counts().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(Comparator.comparing(BetaCounts.Key::action)
                            .thenComparing(BetaCounts.Key::channel)
                            .thenComparing(BetaCounts.Key::stage)))
                    .toList();
            out.writeInt(sorted.size());
            for (Map.Entry<BetaCounts.Key, BetaCounts.Count> entry : sorted) {
                out.writeUTF(entry.getKey().action());
                out.writeUTF(entry.getKey().channel());
                out.writeUTF(entry.getKey().stage());
                out.writeDouble(entry.getValue().presented());
                out.writeDouble(entry.getValue().accepted());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private static byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(small)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory cannot fail", e);
        }
        return small.toByteArray();
    }

    private static BetaCounts counts(byte[] deflated) {
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(deflated)))) {
            Map<BetaCounts.Key, BetaCounts.Count> counts = new HashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                BetaCounts.Key key = new BetaCounts.Key(in.readUTF(), in.readUTF(), in.readUTF());
                counts.put(key, new BetaCounts.Count(in.readDouble(), in.readDouble()));
            }
            return new BetaCounts(Map.copyOf(counts));
        } catch (IOException e) {
            throw new UncheckedIOException("A snapshot in the database is cut off", e);
        }
    }
}
