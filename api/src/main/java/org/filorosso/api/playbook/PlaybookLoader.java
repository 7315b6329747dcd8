package org.filorosso.api.playbook;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.filorosso.engine.playbook.Playbook;

/**
 * Makes stored content ready to decide, and remembers what it made for a while: engines of revisions that nobody asks
 * for any more become garbage.
 */
final class PlaybookLoader {
    private static final int MOST = 8;
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Cache<String, LivePlaybook> made =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(KEPT).build();

    /**
     * The revision ready to decide; slow the first time.
     *
     * @param content asked only where it is not remembered
     * @throws IllegalStateException if the content is another revision
     * @throws org.filorosso.api.problem.Refusal if the content has errors
     */
    LivePlaybook load(String playbook, String revision, Supplier<byte[]> content) {
        return made.get(playbook + "/" + revision, key -> build(playbook, revision, content.get()));
    }

    private static LivePlaybook build(String name, String revision, byte[] content) {
        LivePlaybook built = build(name, content);
        if (!built.name().equals(name) || !built.revision().equals(revision)) {
            throw new IllegalStateException(
                    "The content stored as " + name + "/" + revision + " is " + built.name() + "/" + built.revision());
        }
        return built;
    }

    /** Makes content ready, whatever revision it is, and forgets it. */
    static LivePlaybook build(String name, byte[] content) {
        Playbook playbook =
                CheckedPlaybook.read(content, name + ".zip", LocalDate.EPOCH).orRefuse();
        return LivePlaybook.of(playbook);
    }
}
