package org.filorosso.api.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.security.Caller;
import org.filorosso.api.security.Role;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.playbook.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hazards: engines of old revisions stay in memory; an answer mixes two revisions. */
class SwapTest {
    private static final Caller AUTHOR = new Caller("author-1", Role.MARKETER);
    private static final Caller APPROVER = new Caller("approver-1", Role.APPROVER);
    private static final int SWAPS = 200;
    private static final int WARM = 20;
    // the live one, those remembered for a while, and one on the stack
    private static final int MOST_ALIVE = 12;

    @TempDir
    Path temp;

    private Node node() {
        Playbooks.starter(temp.resolve("playbooks"), "p");
        return Node.started(
                TestDatabase.H2.database(),
                temp.resolve("node"),
                "playbooks",
                temp.resolve("playbooks").toString(),
                "poll",
                "5s");
    }

    private void publish(Node node, String title) {
        Path folder = Playbooks.titled(temp.resolve("playbooks/p"), title);
        StoredRevision draft = node.publishing
                .upload(CheckedPlaybook.read(folder, node.publishing.today()), AUTHOR, "")
                .revision();
        node.publishing.publish(node.publishing.approve(draft, APPROVER, null), APPROVER);
        node.playbooks.look();
    }

    @Test
    void oldRevisionsLeaveNothingBehind() {
        try (Node node = node()) {
            List<WeakReference<LivePlaybook>> swapped = new ArrayList<>();
            long classes = 0;
            for (int i = 0; i < SWAPS; i++) {
                publish(node, "Title " + i);
                swapped.add(new WeakReference<>(node.playbooks.named("p")));
                if (i == WARM) {
                    classes = loadedClasses();
                }
            }
            for (int tries = 0; tries < 20 && alive(swapped) > MOST_ALIVE; tries++) {
                System.gc();
            }
            assertThat(alive(swapped)).isLessThanOrEqualTo(MOST_ALIVE);
            assertThat(loadedClasses() - classes).isLessThan(50);
        }
    }

    private static long loadedClasses() {
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }

    private static long alive(List<WeakReference<LivePlaybook>> swapped) {
        return swapped.stream().filter(one -> !one.refersTo(null)).count();
    }

    @Test
    void everyAnswerIsOfOneRevision() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(2);
        AtomicBoolean done = new AtomicBoolean();
        try (Node node = node()) {
            Future<Set<String>> one = callers.submit(() -> titles(node, done));
            Future<Set<String>> other = callers.submit(() -> titles(node, done));
            Set<String> published = new HashSet<>(Set.of("starter"));
            for (int i = 0; i < 20; i++) {
                publish(node, "T" + i);
                published.add("T" + i);
            }
            done.set(true);
            published.add("Starter playbook");
            assertThat(one.get()).isSubsetOf(published).hasSizeGreaterThan(1);
            assertThat(other.get()).isSubsetOf(published);
        } finally {
            callers.shutdownNow();
        }
    }

    /** The titles of the revisions that decided; fails when an answer names another revision than the one asked. */
    private static Set<String> titles(Node node, AtomicBoolean done) {
        Set<String> titles = new HashSet<>();
        while (!done.get()) {
            LivePlaybook live = node.playbooks.named("p");
            Request request = new Request(
                    "i-1",
                    java.time.Instant.parse("2026-03-02T10:15:00Z"),
                    "contact-centre",
                    Direction.INBOUND,
                    List.of(),
                    java.util.Map.of(),
                    null,
                    Request.Explain.NONE);
            Decision decision = live.engine().decide(Subject.unknown("s"), request, State.FRESH);
            assertThat(decision.revision()).isEqualTo(live.revision());
            titles.add(live.playbook().settings().title().in("en", "en"));
        }
        return titles;
    }
}
