package org.filorosso.api.playbook;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The playbooks that decide now. Reading never touches the database: what is live is in memory. */
public interface LivePlaybooks {

    /**
     * The live revision of a playbook.
     *
     * @param name null means the only one
     * @throws org.filorosso.api.problem.Refusal if there is none of that name, or several and none was named
     */
    LivePlaybook named(@Nullable String name);

    /**
     * Any revision of a playbook that was ever stored, live or not; slow the first time.
     *
     * @param revision 12 to 64 hex digits
     * @throws org.filorosso.api.problem.Refusal if it is not known
     */
    LivePlaybook revision(String name, String revision);

    /** All live ones, by name. */
    Collection<LivePlaybook> all();
}
