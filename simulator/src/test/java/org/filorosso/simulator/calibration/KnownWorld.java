package org.filorosso.simulator.calibration;

import java.nio.file.Path;
import org.filorosso.simulator.cli.Run;
import org.filorosso.simulator.simulation.Market;

/** A simulated log of the market whose world is known. */
public final class KnownWorld {
    /** The truth, with a comment and a note that must survive. */
    public static final String TRUTH = """
        id,target,outcome,effect,plan,direction,wish,note
        # What customers say,,,,,,,
        W-1,Offer/Plain/alpha,accepted,-1.2,,,,"a note, with a comma"
        W-2,Offer/Plain/beta,accepted,-0.6,,,,
        W-3,Offer/Rare,accepted,-1.8,,,,
        W-4,Offer,accepted,0.7,large,,,
        W-5,*,accepted,-0.5 * (rank - 1),,,,
        W-6,*,accepted,0.02 * (age - 40),,,,
        W-7,*,later,-2.2,,,,
        W-8,*,rejected,-1.5,,,,
        W-9,*,clicked,-2,,,,
        W-10,*,opt-out,-4,,outbound,,
        W-11,*,churn,-6,,,,
        W-12,*,accepted,0,,,buy,
        B-1,*,accepted,-0.3 * recent contacts,,outbound,,
        B-2,*,accepted,if continues then 0.8 else 0,,,,
        B-3,*,rejected,0.4,,outbound,,
        """;

    private static final String WRONG = TRUTH.replace(",-1.2,", ",-0.2,")
            .replace(",-0.6,", ",-1.5,")
            .replace(",-1.8,", ",-0.9,")
            .replace(",0.7,", ",0,")
            .replace("-0.5 * (rank", "0 * (rank")
            .replace("0.02 * (age", "0 * (age")
            .replace(",-2.2,", ",-1,")
            .replace(",-1.5,,,", ",-3,,,")
            .replace(",-2,", ",-4,")
            .replace(",-4,,outbound", ",-2,,outbound")
            .replace("-0.3 * recent", "0.1 * recent")
            .replace("then 0.8", "then 0")
            .replace(",0.4,", ",0,");

    private final Path folder;

    private KnownWorld(Path folder) {
        this.folder = folder;
    }

    /** Simulates the log: 250 customers, 30 days. */
    public static KnownWorld in(Path folder) {
        KnownWorld known = new KnownWorld(folder);
        Path market = Market.copy(known.playbook());
        Market.change(market, "world.csv", text -> TRUTH);
        Market.change(
                market,
                "population.yaml",
                text -> text.replaceAll("hidden:\n.*\n", "")
                        .replaceAll("  - .between: .keen.*\n", "")
                        // who stays as the file of customers says
                        .replaceAll("acceptance:\n.*\n", "")
                        .replace("monthly: {age: 0.1}\n", "")
                        .replace("90]}", "90], digits: 0}"));
        Market.change(market, "channels.csv", text -> text.replace(",30,", ",,"));
        Market.change(market, "actions.csv", text -> """
            issue,group,action,title,value,again
            Offer,Plain,alpha,Alpha,10,yes
            Offer,Plain,beta,Beta,10,yes
            Offer,Rare,gamma,Gamma,10,yes
            Offer,Rare,delta,Delta,10,yes
            """);
        Market.change(market, "budgets.csv", text -> "id,target,amount,per\n");
        Market.change(folder, "wrong.csv", text -> WRONG);
        Run people = Run.of("generate --population 250 --out", folder.resolve("people"), market);
        if (people.code() != 0) {
            throw new AssertionError(people.err());
        }
        Market.simulate(folder.resolve("out"), "--days 30 --baselines random --customers " + known.customers(), market);
        return known;
    }

    /** The playbook, with the true world. */
    public Path playbook() {
        return folder.resolve("market");
    }

    /** Where the analyst begins. */
    public Path wrong() {
        return folder.resolve("wrong.csv");
    }

    public Path customers() {
        return folder.resolve("people/customers.csv");
    }

    /** What random offers taught. */
    public Path log() {
        return folder.resolve("out/log/random");
    }
}
