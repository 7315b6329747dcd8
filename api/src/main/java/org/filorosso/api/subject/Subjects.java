package org.filorosso.api.subject;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.security.Caller;
import org.filorosso.api.store.Batcher;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.DatabaseClock;
import org.filorosso.api.subject.SubjectStore.Order;
import org.filorosso.api.subject.SubjectStore.Stored;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Changes subjects; changes of several callers are written together, and each is durable when it is answered. */
@Component
final class Subjects implements DisposableBean {
    private static final Batcher.Size SIZE = new Batcher.Size(2, 64, 1_000);
    private static final String WRONG = "The subject cannot be stored like this.";

    private final LivePlaybooks playbooks;
    private final DatabaseClock clock;
    private final SubjectStore store;
    private final Batcher<Order, Stored> batcher = new Batcher<>("subject-writer", SIZE, this::write);

    Subjects(Database database, DatabaseClock clock, LivePlaybooks playbooks) {
        this.playbooks = playbooks;
        this.clock = clock;
        this.store = new SubjectStore(database);
    }

    /** Replaces a subject, or brings him into being. */
    Stored put(String id, JsonNode body, @Nullable Long version, Caller caller) {
        Faults faults = new Faults();
        ProfileChange change = form(faults).whole(Ids.check(id), body, version);
        faults.throwIfAny(WRONG);
        return change(new Order(change, caller.id()));
    }

    /** Changes what is mentioned. */
    Stored patch(String id, JsonNode body, @Nullable Long version, Caller caller) {
        Faults faults = new Faults();
        ProfileChange change = form(faults).part(Ids.check(id), body, version);
        faults.throwIfAny(WRONG);
        return change(new Order(change, caller.id()));
    }

    /** Records what a customer agreed to, or refused; somebody not known yet comes into being by it. */
    Stored consent(String id, JsonNode body, Caller caller) {
        Faults faults = new Faults();
        ConsentForm.Told told = new ConsentForm(form(faults), faults).read(body);
        faults.throwIfAny("The consent cannot be recorded like this.");
        return change(new Order(ProfileChange.consent(Ids.check(id), told.purpose(), told.consent()), caller.id()));
    }

    private ProfileForm form(Faults faults) {
        return new ProfileForm(new Vocabulary(playbooks.all()), clock.instant(), faults);
    }

    private List<Stored> write(List<Order> orders) {
        return store.change(orders, clock.instant());
    }

    private Stored change(Order order) {
        return await(batcher.submit(order));
    }

    /** @throws Refusal when too many wait, or whatever the work was refused for */
    static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RejectedExecutionException) {
                throw Refusal.of(Kind.UNAVAILABLE, "Too many requests wait for the database.")
                        .retryAfter(1);
            }
            throw e.getCause() instanceof RuntimeException refused ? refused : e;
        }
    }

    @Override
    public void destroy() {
        batcher.close();
    }
}
