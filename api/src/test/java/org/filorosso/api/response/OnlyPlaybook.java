package org.filorosso.api.response;

import java.util.Collection;
import java.util.List;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.engine.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/** One playbook that is live, in all its revisions. */
record OnlyPlaybook(LivePlaybook live) implements LivePlaybooks {

    OnlyPlaybook(Playbook playbook) {
        this(LivePlaybook.of(playbook));
    }

    @Override
    public LivePlaybook named(@Nullable String name) {
        return live;
    }

    @Override
    public LivePlaybook revision(String name, String revision) {
        return live;
    }

    @Override
    public Collection<LivePlaybook> all() {
        return List.of(live);
    }
}
