package org.filorosso.simulator.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.simulator.policy.Baseline;
import org.filorosso.simulator.policy.Policy;
import org.filorosso.simulator.simulation.ArmSummary;
import org.filorosso.simulator.simulation.Manifest;
import org.filorosso.simulator.simulation.Results;
import org.filorosso.simulator.simulation.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A finished simulation of one world. The first arm is the control.
 *
 * @param world what it is called; empty where there is only one
 * @param folder with the files that the simulation has written
 * @param policies of the arms, in their order
 * @param backtest how well the world predicted real data, in a sentence; null where nobody asked
 */
public record Study(
        String world,
        Path folder,
        Manifest manifest,
        List<Policy> policies,
        Results results,
        @Nullable String backtest) {
    static final String NOBODY = Baseline.NO_CONTACT.words();

    /** A study with its own copies. */
    public Study {
        policies = List.copyOf(policies);
    }

    /** Two arms side by side: what there is today or the simpler way, and what is tried. */
    record Pair(String before, String after) {}

    String control() {
        return manifest.arms().get(0);
    }

    /** The control's playbook: all arms are told in its money and its actions. */
    Playbook playbook() {
        return policies.get(0).playbook();
    }

    /** Only one playbook, which is then held against the baselines, not they against it. */
    boolean alone() {
        return manifest.playbooks().size() == 1;
    }

    String currency() {
        return playbook().settings().currency();
    }

    long customers() {
        return manifest.customers();
    }

    /** The arms that are shown before and after; empty where there is only one. */
    Optional<Pair> pair() {
        List<String> arms = manifest.arms();
        if (!alone()) {
            return Optional.of(new Pair(arms.get(0), arms.get(1)));
        }
        String levers = Baseline.NO_LEVERS.words();
        return arms.stream()
                .skip(1)
                .filter(arm -> !arm.equals(NOBODY))
                .min((a, b) -> Boolean.compare(b.equals(levers), a.equals(levers)))
                .map(arm -> new Pair(arm, control()));
    }

    @Nullable
    Policy policy(String arm) {
        return policies.stream()
                .filter(one -> one.name().equals(arm))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    ArmSummary summary(String arm) {
        return results.arms().stream()
                .filter(one -> one.arm().equals(arm))
                .findFirst()
                .orElse(null);
    }

    /** What an arm does against contacting nobody, where that was tried. */
    @Nullable
    Verdict caused(String arm) {
        return results.caused().stream()
                .filter(one -> one.arm().equals(arm))
                .findFirst()
                .orElse(null);
    }
}
