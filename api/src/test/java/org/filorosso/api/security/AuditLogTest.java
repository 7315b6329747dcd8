package org.filorosso.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.store.Database;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hazard: an act is changed or taken out unseen, the chain forks between nodes, or an act is logged that never held. */
class AuditLogTest {
    private static final Caller WHO = new Caller("k-1", Role.APPROVER);

    private static ChainedAuditLog log(Database database) {
        return new ChainedAuditLog(database, InstantSource.system());
    }

    @ParameterizedTest
    @EnumSource
    void keepsOneChainUnderManyWriters(TestDatabase kind) {
        Database database = kind.database();
        List<CompletableFuture<Void>> writers = IntStream.range(0, 8)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> IntStream.range(0, 25)
                        .forEach(i -> log(database).record(WHO, "publish", "telco/" + writer, "round " + i))))
                .toList();
        writers.forEach(CompletableFuture::join);
        ChainedAuditLog.Page page = log(database).page(0, 1000);
        assertThat(page.entries()).hasSize(200);
        assertThat(page.brokenAt()).isNull();
        ChainedAuditLog.Page second = log(database).page(100, 50);
        assertThat(second.entries())
                .extracting(AuditEntry::seq)
                .startsWith(101L)
                .endsWith(150L);
        assertThat(second.brokenAt()).isNull();
        assertThat(second.next()).isEqualTo(150L);
    }

    @ParameterizedTest
    @EnumSource
    void saysNothingOfAnActThatWasRolledBack(TestDatabase kind) {
        Database database = kind.database();
        assertThatThrownBy(() -> database.inTransaction(() -> {
                    log(database).record(WHO, "publish", "telco", "");
                    throw new IllegalStateException("the act fails");
                }))
                .hasMessage("the act fails");
        log(database).record(WHO, "stop", "wifi", "");
        assertThat(log(database).page(0, 10).entries())
                .extracting(AuditEntry::seq, AuditEntry::act)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1L, "stop"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set detail = 'nothing' where seq = 3",
                "update audit_entry set actor = 'somebody' where seq = 3",
                "delete from audit_entry where seq = 3",
                "update audit_entry set hash = previous_hash where seq = 3"
            })
    void tellsWhereSomebodyChangedIt(String deed) {
        for (TestDatabase kind : TestDatabase.values()) {
            Database database = kind.database();
            IntStream.range(0, 5).forEach(i -> log(database).record(WHO, "publish", "telco", "round " + i));
            database.sql().sql(deed).update();
            assertThat(log(database).page(0, 10).brokenAt()).isEqualTo(3L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsThatItsEndWasCutOff(TestDatabase kind) {
        Database database = kind.database();
        IntStream.range(0, 5).forEach(i -> log(database).record(WHO, "publish", "telco", "round " + i));
        database.sql().sql("delete from audit_entry where seq = 5").update();
        assertThat(log(database).page(0, 10).brokenAt()).isEqualTo(5L);
    }
}
