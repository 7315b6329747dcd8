package org.filorosso.api.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.filorosso.api.fixture.RunningService;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.security.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hazard: a node does not learn of a publication, a rollback or a stop that another node took. */
class TwoNodesTest {
    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();

    @TempDir
    Path temp;

    private RunningService node(TestDatabase.Address address, String name) {
        return RunningService.start(
                address,
                temp.resolve(name),
                "--filorosso.playbooks=" + temp.resolve("playbooks"),
                "--filorosso.poll=200ms");
    }

    @Test
    void whatOneTakesTheOtherLearns() {
        Path folder = Playbooks.starter(temp.resolve("playbooks"), "shared");
        TestDatabase.Address address = TestDatabase.POSTGRESQL.fresh();
        try (RunningService one = node(address, "one");
                RunningService other = node(address, "other")) {
            LivePlaybooks there = other.bean(LivePlaybooks.class);
            String first = there.named("shared").revision();
            String next = Upload.zip(one.as(Role.MARKETER), "shared", Upload.zip(Playbooks.titled(folder, "Second")))
                    .json()
                    .path("revision")
                    .stringValue();
            String draft = "/v1/playbooks/shared/revisions/" + next;
            assertThat(one.as(Role.APPROVER).post(draft + ":approve", "").status())
                    .isEqualTo(200);
            assertThat(one.as(Role.APPROVER).post(draft + ":publish", "").status())
                    .isEqualTo(200);
            await(() -> there.named("shared").revision().equals(next));
            assertThat(one.as(Role.APPROVER)
                            .post("/v1/playbooks/shared:rollback", "")
                            .status())
                    .isEqualTo(200);
            await(() -> there.named("shared").revision().equals(first));
            assertThat(one.as(Role.MARKETER)
                            .post("/v1/stops", "{'target': '*', 'reason': 'Test'}")
                            .status())
                    .isEqualTo(201);
            await(() -> !other.bean(Stops.class).active().isEmpty());
        }
    }

    private static void await(BooleanSupplier there) {
        long end = System.nanoTime() + PATIENCE;
        while (!there.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        assertThat(there.getAsBoolean()).isTrue();
    }
}
