package org.filorosso.api.playbook;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.filorosso.api.ops.ServiceSettings;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.engine.playbook.io.PlaybookReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The playbooks of the folder that the operator names. */
@Component
final class ShippedPlaybooks implements LivePlaybooks {
    private final Map<String, LivePlaybook> live = new TreeMap<>();

    ShippedPlaybooks(ServiceSettings settings) throws java.io.IOException {
        java.nio.file.Path folder = settings.playbookFolder();
        if (folder != null) {
            try (var playbooks = java.nio.file.Files.list(folder)) {
                playbooks
                        .filter(path -> java.nio.file.Files.exists(path.resolve("playbook.yaml")))
                        .map(path -> LivePlaybook.of(
                                PlaybookReader.read(path, LocalDate.EPOCH).orThrow()))
                        .forEach(playbook -> live.put(playbook.name(), playbook));
            }
        }
    }

    @Override
    public LivePlaybook named(@Nullable String name) {
        LivePlaybook found = name == null && live.size() == 1
                ? live.values().iterator().next()
                : name == null ? null : live.get(name);
        if (found == null) {
            throw Refusal.at(
                    Kind.INVALID, "/playbook", "names no live playbook", name, "Maybe one of " + live.keySet() + ".");
        }
        return found;
    }

    @Override
    public LivePlaybook revision(String name, String revision) {
        return named(name);
    }

    @Override
    public Collection<LivePlaybook> all() {
        return live.values();
    }
}
