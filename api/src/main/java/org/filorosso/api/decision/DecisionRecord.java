package org.filorosso.api.decision;

import java.time.Instant;
import java.util.function.Function;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.engine.decide.Engine;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.learn.BetaCounts;
import org.filorosso.simulator.run.Decided;
import org.jspecify.annotations.Nullable;

/** A stored decision. It can be decided again from the facts it read. */
public final class DecisionRecord {
    private final DecisionRow row;
    private final LivePlaybooks playbooks;
    private final Function<String, BetaCounts> learnt;

    DecisionRecord(DecisionRow row, LivePlaybooks playbooks, Function<String, BetaCounts> learnt) {
        this.row = row;
        this.playbooks = playbooks;
        this.learnt = learnt;
    }

    public String interactionId() {
        return row.interactionId();
    }

    public Instant at() {
        return row.at();
    }

    public String subjectId() {
        return row.subjectId();
    }

    public String playbook() {
        return row.playbook();
    }

    public String revision() {
        return row.revision();
    }

    /** Why it was less than it should be, or null. */
    public @Nullable String degraded() {
        return row.degraded();
    }

    DecisionRow row() {
        return row;
    }

    /** Whether the facts were erased: then it cannot be decided again. */
    public boolean erased() {
        return row.facts() == null;
    }

    LivePlaybook live() {
        return playbooks.revision(row.playbook(), row.revision());
    }

    /**
     * What it read, and the same decision again, by the revision of that time.
     *
     * @throws Refusal if the facts were erased, or the revision or what was learnt is no longer kept
     */
    public Decided again() {
        return again(live().engine(), null);
    }

    /**
     * The same by another engine, or with another explanation.
     *
     * @param explain null for the one it was asked with
     * @throws Refusal if the facts were erased, or what was learnt is no longer kept
     */
    public Decided again(Engine engine, @Nullable Explain explain) {
        Facts facts = facts();
        Request was = facts.request();
        Request request = new Request(
                was.interactionId(),
                was.at(),
                was.channel(),
                was.direction(),
                was.placements(),
                was.contexts(),
                was.language(),
                explain == null ? was.explain() : explain);
        return new Decided(
                facts.subject(), request, facts.state(), engine.decide(facts.subject(), request, facts.state()));
    }

    private Facts facts() {
        byte[] packed = row.facts();
        if (packed == null) {
            throw Refusal.of(Kind.ERASED, "The facts of the decision (" + row.interactionId() + ") were erased.");
        }
        return FactsReader.unpack(new Facts.Packed(packed, row.factsDigest()), learnt);
    }
}
