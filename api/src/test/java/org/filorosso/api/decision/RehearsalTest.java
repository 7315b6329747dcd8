package org.filorosso.api.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.filorosso.api.fixture.RunningService;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.store.Database;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.DefaultApplicationArguments;

/** Hazard: what a node decides before it is ready is found in the records, in the figures or in what was learnt. */
class RehearsalTest {
    private static final List<String> TABLES =
            List.of("decision", "request_key", "subject_stage", "counter", "outbox", "interaction");

    @ParameterizedTest
    @EnumSource
    void leavesNothingBehind(TestDatabase database) {
        RunningService service = database.service();
        List<Long> before = rows(service.bean(Database.class));
        double told = decisions(service);
        service.bean(Rehearsal.class).run(new DefaultApplicationArguments());
        assertThat(rows(service.bean(Database.class))).isEqualTo(before);
        assertThat(decisions(service)).isEqualTo(told);
    }

    private static List<Long> rows(Database database) {
        return TABLES.stream()
                .map(table -> database.sql()
                        .sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }

    private static double decisions(RunningService service) {
        return service.bean(MeterRegistry.class).find("filorosso.decisions").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
