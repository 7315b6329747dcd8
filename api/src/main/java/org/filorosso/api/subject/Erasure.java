package org.filorosso.api.subject;

import java.util.HashSet;
import java.util.Set;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.security.AuditLog;
import org.filorosso.api.security.Caller;
import org.filorosso.api.store.CounterStore;
import org.filorosso.api.store.Database;
import org.springframework.stereotype.Component;

/**
 * Forgets a subject for good: what he is goes, what happened stays under a pseudonym that nothing leads back from, so that
 * totals remain what they were. {@link SubjectTables} names every table; all of it is one transaction.
 */
@Component
final class Erasure {
    private final Database database;
    private final LivePlaybooks playbooks;
    private final CounterStore counters;
    private final AuditLog audit;

    Erasure(Database database, LivePlaybooks playbooks, CounterStore counters, AuditLog audit) {
        this.database = database;
        this.playbooks = playbooks;
        this.counters = counters;
        this.audit = audit;
    }

    /**
     * Erases whatever is stored under an id.
     *
     * @param id the subject's own, not an alias
     * @return false when there was nothing
     */
    boolean erase(String id, Caller caller) {
        return database.inTransaction(() -> {
            OneErasure erasure = new OneErasure(database, counters, words());
            boolean found = erasure.erase(id);
            if (found) {
                // neither the id nor the pseudonym: together with the time they would lead back
                audit.record(caller, "erase", "subject", "");
            }
            return found;
        });
    }

    /** The words that events may hold by the playbooks; they say nothing of a person. */
    private Set<String> words() {
        Set<String> words = new HashSet<>();
        for (LivePlaybook live : playbooks.all()) {
            live.playbook()
                    .tables()
                    .events()
                    .forEach(event -> event.fields()
                            .values()
                            .forEach(field -> field.values()
                                    .forEach(value -> words.add(OneErasure.word(event.name(), field.name(), value)))));
        }
        return words;
    }
}
