package org.filorosso.api.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.security.Caller;
import org.filorosso.api.security.Role;
import org.filorosso.api.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hazards: a broken playbook goes live or stops the others; a restart publishes again what people rolled back. */
class FirstPlaybooksTest {
    private static final Caller APPROVER = new Caller("approver-1", Role.APPROVER);

    @TempDir
    Path temp;

    @ParameterizedTest
    @EnumSource
    void publishesTheGoodAndRefusesTheBroken(TestDatabase kind) {
        Path folder = temp.resolve("playbooks");
        Playbooks.starter(folder, "good");
        Playbooks.edit(Playbooks.starter(folder, "broken").resolve("actions.csv"), "Nurture,Digital", "Nurture,");
        Playbooks.edit(
                Playbooks.starter(folder, "failing").resolve("tests/stories.yaml"),
                "top: loyalty-discount",
                "top: check-in");
        try (Node node = Node.started(kind.database(), temp, "playbooks", folder.toString())) {
            assertThat(node.playbooks.all()).extracting(LivePlaybook::name).containsExactly("good");
            assertThat(node.audited).containsExactly("publish good/" + node.live("good"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void publishesNothingThatIsKnown(TestDatabase kind) {
        Path folder = temp.resolve("playbooks");
        Path good = Playbooks.starter(folder, "good");
        Database database = kind.database();
        String first;
        try (Node node = Node.started(database, temp, "playbooks", folder.toString())) {
            first = node.live("good");
        }
        Playbooks.titled(good, "Second");
        try (Node node = Node.started(database, temp, "playbooks", folder.toString())) {
            assertThat(node.live("good")).isNotEqualTo(first);
            assertThat(node.publishing.rollBack("good", APPROVER).revision()).isEqualTo(first);
        }
        try (Node node = Node.started(database, temp, "playbooks", folder.toString())) {
            assertThat(node.live("good")).isEqualTo(first);
            assertThat(node.store.live("good").orElseThrow().version()).isEqualTo(3);
        }
    }

    @Test
    void publishesWhatIsShippedButNotOverWhatPeoplePublished() throws Exception {
        Database database = TestDatabase.H2.database();
        Path mine = Playbooks.titled(Playbooks.copy(Path.of("..", "rules", "bank"), temp.resolve("bank")), "Mine");
        try (Node before = new Node(database, temp)) {
            StoredRevision draft = before.publishing
                    .upload(CheckedPlaybook.read(mine, before.publishing.today()), new Caller("a", Role.MARKETER), "")
                    .revision();
            before.publishing.publish(before.publishing.approve(draft, APPROVER, null), APPROVER);
            before.playbooks.start();
            assertThat(before.playbooks.all()).extracting(LivePlaybook::name).containsExactly("bank", "telco");
            assertThat(before.live("bank")).isEqualTo(draft.revision());
        }
    }

    @Test
    void aFolderThatIsNotThereEndsTheStart() throws Exception {
        Path file = Files.createFile(temp.resolve("playbook.yaml"));
        assertThatThrownBy(() -> new Node(TestDatabase.H2.database(), temp, "playbooks", file.toString()))
                .hasMessageContaining("must be a folder")
                .hasMessageContaining("Maybe");
    }
}
