package org.filorosso.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.store.CounterStore.Key;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hazard: more is granted than the limit allows when many ask at once. */
class CounterStoreTest {
    private static final Key KEY = new Key("telco", "acceptances/new-phone", "all");

    @ParameterizedTest
    @EnumSource
    void grantsExactlyTheLimitToManyAtOnce(TestDatabase kind) {
        Database database = kind.database();
        CounterStore counters = new CounterStore(database);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            long granted = IntStream.range(0, 200)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> database.inTransaction(
                                    () -> counters.add(KEY, BigDecimal.ONE, BigDecimal.valueOf(50))),
                            threads))
                    .toList()
                    .stream()
                    .filter(CompletableFuture::join)
                    .count();
            assertThat(granted).isEqualTo(50);
            assertThat(counters.of("telco").get(KEY)).isEqualByComparingTo("50");
        } finally {
            threads.shutdown();
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverPassesALimitInMoneyByAFraction(TestDatabase kind) {
        CounterStore counters = new CounterStore(kind.database());
        BigDecimal budget = new BigDecimal("1000.00");
        BigDecimal each = new BigDecimal("7.33");
        int granted = 0;
        while (counters.add(KEY, each, budget)) {
            granted++;
        }
        assertThat(granted).isEqualTo(136);
    }
}
