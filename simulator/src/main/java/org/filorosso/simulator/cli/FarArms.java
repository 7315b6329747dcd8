package org.filorosso.simulator.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.filorosso.simulator.fleet.Answer;
import org.filorosso.simulator.fleet.Crew;
import org.filorosso.simulator.fleet.Station;
import org.filorosso.simulator.fleet.WireReader;
import org.filorosso.simulator.fleet.WireWriter;
import org.filorosso.simulator.policy.Policy;
import org.filorosso.simulator.simulation.ArmsApart;

/**
 * The arms of one world while other machines run them: one block is one arm. They write into the folder of the simulation,
 * which they must see; only this process puts an arm among the results.
 */
final class FarArms {
    private final ArmsApart arms;
    private final Path folder;
    private final List<Sent> sent = new ArrayList<>();

    private FarArms(Path folder) {
        this.arms = new ArmsApart(folder);
        this.folder = folder;
    }

    private record Sent(Policy policy, Crew.Pending pending) {}

    /**
     * Sends every arm that has not come to its end yet.
     *
     * @param world number of the world, from 0
     * @param folder of the simulation in that world
     */
    static FarArms send(Crew crew, int world, Path folder, List<Policy> policies) throws IOException {
        FarArms far = new FarArms(folder.toAbsolutePath().normalize());
        far.arms.clear();
        for (Policy policy : far.arms.open(policies)) {
            WireWriter block = new WireWriter().number(world).number(policies.indexOf(policy));
            byte[] told =
                    block.text(far.folder.toString()).text(far.arms.token()).done();
            far.sent.add(new Sent(policy, crew.send(told)));
        }
        return far;
    }

    /** Waits for the arms and takes them in. */
    void adopt() throws IOException {
        for (Sent one : sent) {
            String attempt = new WireReader(Answer.result(one.pending().await())).text();
            arms.adopt(attempt, one.policy());
        }
        arms.clear();
    }

    /**
     * Runs arms on another machine.
     *
     * @param grounds by the number of the world
     */
    static Station station(List<ArmsApart.Ground> grounds, List<Policy> policies) {
        return block -> {
            WireReader in = new WireReader(block);
            ArmsApart.Ground ground = grounds.get((int) in.number());
            Policy policy = policies.get((int) in.number());
            String folder = in.text();
            ArmsApart arms = new ArmsApart(Path.of(folder));
            if (!arms.sees(in.text())) {
                throw Refusal.badInput(folder + ": the machine that is to run arm " + policy.name()
                        + " does not see this folder. Maybe --out must name a folder that all machines share.");
            }
            return new WireWriter().text(arms.run(policy, ground)).done();
        };
    }
}
