package org.filorosso.engine.golden;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.StageCode;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Expectation;
import org.filorosso.engine.playbook.io.GoldenReader;
import org.filorosso.engine.playbook.io.Problems;

/**
 * How a story ended. Every check throws an {@link AssertionError} that says what happened instead and why, and an
 * {@link IllegalArgumentException} when it names what the playbook has not.
 */
public class Ending {
    private final Playbook playbook;
    private final Decision decision;

    Ending(Playbook playbook, Decision decision) {
        this.playbook = playbook;
        this.decision = decision;
    }

    public Ending stage(String stage) {
        return check("stage", stage);
    }

    public Ending arm(String arm) {
        return check("arm", arm);
    }

    /** The first result of the first placement. */
    public Ending top(String action) {
        return check("top", action);
    }

    /** All results in their exact order. */
    public Ending results(String... actions) {
        return check("results", Arrays.asList(actions));
    }

    public Ending includes(String... actions) {
        return check("includes", Arrays.asList(actions));
    }

    public Ending excludes(String... actions) {
        return check("excludes", Arrays.asList(actions));
    }

    /** The terms quoted in the answer. */
    public Ending price(String action, Number price) {
        return check("prices", Map.of(action, price));
    }

    /** An empty answer. */
    public Ending noAction() {
        return check("no action", true);
    }

    /** The stage that dropped an action. */
    public Dropped dropped(String action, StageCode stage) {
        Map<String, Object> drop = Map.of("stage", stage.code());
        check("dropped", Map.of(action, drop));
        return new Dropped(this, action, drop);
    }

    /** The decision, for whatever else is to be checked. */
    public Decision decision() {
        return decision;
    }

    private Ending check(String key, Object expected) {
        Problems problems = new Problems();
        Expectation expectation =
                GoldenReader.expectation(GivenCustomer.yaml(Map.of(key, expected)), playbook, problems);
        if (problems.hasErrors()) {
            throw Story.refused(problems);
        }
        List<Mismatch> mismatches =
                Comparison.of(expectation, decision, playbook.settings().zone());
        if (!mismatches.isEmpty()) {
            throw new AssertionError(mismatches.stream().map(Mismatch::toString).collect(Collectors.joining("\n")));
        }
        return this;
    }

    /** The same ending, of which the last check said that an action was dropped. */
    public static final class Dropped extends Ending {
        private final String action;
        private final Map<String, Object> drop;

        private Dropped(Ending ending, String action, Map<String, Object> drop) {
            super(ending.playbook, ending.decision);
            this.action = action;
            this.drop = drop;
        }

        /** The rule that dropped it: the id of a row, or what the explanation names. */
        public Dropped by(String rule) {
            return with("rule", rule);
        }

        /** It was dropped because something was missing, not because a condition was false. */
        public Dropped asUnknown() {
            return with("verdict", "unknown");
        }

        private Dropped with(String key, String value) {
            Map<String, Object> more = new LinkedHashMap<>(drop);
            more.put(key, value);
            check(more);
            return new Dropped(this, action, more);
        }

        private void check(Map<String, Object> more) {
            super.check("dropped", Map.of(action, more));
        }
    }
}
