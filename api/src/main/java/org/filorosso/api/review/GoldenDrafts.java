package org.filorosso.api.review;

import java.util.ArrayList;
import java.util.List;
import org.filorosso.api.decision.DecisionRecord;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.GoldenCustomer;
import org.filorosso.engine.playbook.io.GoldenReader;
import org.filorosso.engine.playbook.io.Problems;
import org.filorosso.engine.playbook.io.Text;
import org.filorosso.simulator.run.Decided;

/** Writes golden customers from logged decisions, and reads each again before it hands it out. */
final class GoldenDrafts {
    private static final String FILE = "tests/from-decisions.yaml";

    private GoldenDrafts() {}

    /**
     * The story of a decision.
     *
     * @param revision of the decision
     * @throws Refusal if the facts were erased, or the story cannot be told in the format
     */
    static GoldenDraft of(DecisionRecord record, LivePlaybook revision) {
        Decided decided = record.again();
        GoldenStory story = new GoldenStory(revision.playbook(), decided);
        List<String> lines = new ArrayList<>(story.lines());
        lines.addAll(List.of(
                "  expect:",
                "    stage: " + new GoldenYaml("en").of(decided.decision().stage())));
        GoldenCustomer told = read(lines, revision.playbook());
        Decision ended = revision.engine().decide(told.subject(), told.request(), told.state());
        List<String> whole = new ArrayList<>(story.lines());
        whole.addAll(story.expected(ended));
        return new GoldenDraft(
                record.interactionId(),
                record.playbook(),
                record.revision(),
                FILE,
                String.join("\n", whole) + "\n",
                actions(ended).equals(actions(decided.decision())),
                story.lost());
    }

    private static List<String> actions(Decision decision) {
        return decision.results().stream().map(Decision.Result::action).toList();
    }

    private static GoldenCustomer read(List<String> lines, Playbook playbook) {
        Problems problems = new Problems();
        List<GoldenCustomer> told =
                GoldenReader.read(List.of(Text.of(FILE, String.join("\n", lines))), playbook, problems);
        if (told.isEmpty()) {
            throw Refusal.of(Kind.INVALID, "The decision cannot be told as a golden customer: " + problems);
        }
        return told.get(0);
    }
}
