package org.filorosso.api.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.security.Caller;
import org.filorosso.api.security.Role;
import org.filorosso.api.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hazards: a node decides by an old, a broken or a forged revision, or by none because the database is away. */
class PolledPlaybooksTest {
    private static final Caller AUTHOR = new Caller("author-1", Role.MARKETER);
    private static final Caller APPROVER = new Caller("approver-1", Role.APPROVER);

    @TempDir
    Path temp;

    private Path playbooks() {
        return temp.resolve("playbooks-of-the-start");
    }

    private Node node(Database database) {
        return node(database, "node");
    }

    private Node node(Database database, String name) {
        return Node.started(
                database, temp.resolve(name), "playbooks", playbooks().toString());
    }

    private StoredRevision approved(Node node, String title) {
        Path folder = Playbooks.titled(playbooks().resolve("p"), title);
        StoredRevision draft = node.publishing
                .upload(CheckedPlaybook.read(folder, node.publishing.today()), AUTHOR, "")
                .revision();
        return node.publishing.approve(draft, APPROVER, draft.digest());
    }

    @ParameterizedTest
    @EnumSource
    void everyNodeTakesWhatIsPublished(TestDatabase kind) {
        Playbooks.starter(playbooks(), "p");
        Database database = kind.database();
        try (Node one = node(database, "one");
                Node other = node(database, "other")) {
            assertThat(other.live("p")).isEqualTo(one.live("p"));
            Publication published = one.publishing.publish(approved(one, "Next"), APPROVER);
            one.playbooks.look();
            other.playbooks.look();
            assertThat(List.of(one.live("p"), other.live("p"))).containsOnly(published.revision());
            assertThat(other.meters.get("filorosso.publish.age").gauge().value())
                    .isBetween(0.0, 60.0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeLoadedReplacesNothing(TestDatabase kind) {
        Playbooks.starter(playbooks(), "p");
        try (Node node = node(kind.database())) {
            String good = node.live("p");
            StoredRevision next = approved(node, "Next");
            node.publishing.publish(next, APPROVER);
            node.database
                    .sql()
                    .sql("update playbook_revision set content = ? where revision = ?")
                    .params(new byte[] {1, 2, 3}, next.revision())
                    .update();
            node.playbooks.look();
            assertThat(node.live("p")).isEqualTo(good);
            assertThat(node.playbooks.refused()).hasSize(1);
            assertThat(node.meters
                            .get("filorosso.revisions")
                            .tag("result", "refused")
                            .counter()
                            .count())
                    .isOne();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aForgedContentIsNotTheRevisionItSaysItIs(TestDatabase kind) {
        Playbooks.starter(playbooks(), "p");
        try (Node node = node(kind.database())) {
            String good = node.live("p");
            byte[] other = node.store.content("p", good).orElseThrow();
            StoredRevision next = approved(node, "Next");
            node.publishing.publish(next, APPROVER);
            node.database
                    .sql()
                    .sql("update playbook_revision set content = ? where revision = ?")
                    .params(other, next.revision())
                    .update();
            node.playbooks.look();
            assertThat(node.live("p")).isEqualTo(good);
            assertThat(node.playbooks.refused()).hasSize(1);
        }
    }

    @Test
    void withoutItsDatabaseANodeDecidesByItsCopy() {
        Playbooks.starter(playbooks(), "p");
        String last;
        try (Node node = node(TestDatabase.H2.database())) {
            last = node.live("p");
        }
        try (Node alone = node(Node.away())) {
            assertThat(alone.live("p")).isEqualTo(last);
            assertThat(alone.playbooks.damagedCopies()).isEmpty();
        }
    }

    @Test
    void aDamagedCopyIsToldAndTheOneBeforeItDecides() throws IOException {
        Playbooks.starter(playbooks(), "p");
        String first;
        String second;
        try (Node node = node(TestDatabase.H2.database())) {
            first = node.live("p");
            second = node.publishing.publish(approved(node, "Next"), APPROVER).revision();
            node.playbooks.look();
        }
        damage(second);
        try (Node alone = node(Node.away())) {
            assertThat(alone.live("p")).isEqualTo(first);
            assertThat(alone.playbooks.damagedCopies()).containsOnlyKeys("p-" + second.substring(0, 12) + ".zip");
        }
        damage(first);
        try (Node alone = node(Node.away())) {
            assertThatThrownBy(() -> alone.playbooks.named("p"))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Kind.UNAVAILABLE));
            assertThat(alone.playbooks.damagedCopies()).hasSize(2);
        }
    }

    private void damage(String revision) throws IOException {
        Path file = temp.resolve("node/playbooks/p-" + revision.substring(0, 12) + ".zip");
        byte[] content = Files.readAllBytes(file);
        content[content.length / 2] ^= 1;
        Files.write(file, content);
    }

    @Test
    void keepsTwoCopiesAndNothingHalfWritten() throws IOException {
        Playbooks.starter(playbooks(), "p");
        try (Node node = node(TestDatabase.H2.database())) {
            for (String title : List.of("A", "B", "C")) {
                node.publishing.publish(approved(node, title), APPROVER);
                node.playbooks.look();
            }
        }
        try (Stream<Path> files = Files.list(temp.resolve("node/playbooks"))) {
            assertThat(files.map(Path::toString))
                    .hasSize(3)
                    .allMatch(file -> file.endsWith(".zip") || file.endsWith(".live"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anyStoredRevisionCanBeLoadedByItsFirstDigits(TestDatabase kind) {
        Playbooks.starter(playbooks(), "p");
        try (Node node = node(kind.database())) {
            StoredRevision draft = approved(node, "Next");
            assertThat(node.playbooks
                            .revision("p", draft.revision().substring(0, 12))
                            .revision())
                    .isEqualTo(draft.revision());
            assertThatThrownBy(() -> node.playbooks.revision("p", "0123456789ab"))
                    .isInstanceOf(Refusal.class);
        }
    }

    @Test
    void whoNamesNoPlaybookIsToldTheNamesWhereThereAreSeveral() {
        Playbooks.starter(playbooks(), "p");
        Playbooks.starter(playbooks(), "q");
        try (Node node = node(TestDatabase.H2.database())) {
            assertThatThrownBy(() -> node.playbooks.named(null))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal ->
                                    assertThat(refusal.faults().get(0).hint()).isEqualTo("Maybe one of p, q."));
        }
    }
}
