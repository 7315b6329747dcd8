package org.filorosso.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hazards: a log is misread, a part without facts looks like a score, a damaged log is scored all the same. */
class ScorecardCommandTest {
    private static final String DECISIONS = """
            interactionId,at,subjectId,household,playbook,revision,arm,variants,channel,direction,placement,rank,action,issue,group,treatment,stage,propensity,value,contextWeight,lever,priority,choicePropensity,price,cost,fallback,noActionReason
            d1,2026-03-01T10:00:00Z,anna,,shop,abc,champion,,counter,inbound,next-best,1,more-data,Grow,Plans,T,any,0.5,60,1,1,30,1,7,5,false,
            d1,2026-03-01T10:00:00Z,anna,,shop,abc,champion,,counter,inbound,next-best,2,activate-app,Nurture,Digital,T,any,0.5,15,1,1,7.5,0,,0,false,
            d2,2026-03-05T10:00:00Z,anna,,shop,abc,champion,,counter,inbound,next-best,1,more-data,Grow,Plans,T,any,0.5,60,1,1,30,1,8,5,false,
            d3,2026-03-05T10:00:00Z,bea,,shop,abc,champion,,counter,inbound,,,,,,,any,,,,,,,,,,eligibility
            d4,2026-03-05T10:00:00Z,cleo,,other,abc,champion,,counter,inbound,,,,,,,any,,,,,,,,,,eligibility
            """;
    private static final String RESPONSES = """
            interactionId,at,subjectId,action,outcome,channel,direction,value,price,reason,key
            d1,2026-03-01T10:00:00Z,anna,more-data,presented,counter,inbound,,,,k1
            d1,2026-03-02T10:00:00Z,anna,more-data,rejected,counter,inbound,,,price,k2
            d2,2026-03-05T10:00:00Z,anna,more-data,presented,counter,inbound,,,,k3
            """;

    private static Path log(Path folder, String responses) throws IOException {
        Files.writeString(folder.resolve("decisions.csv"), DECISIONS);
        Files.writeString(folder.resolve("responses.csv"), responses);
        return folder;
    }

    /**
     * By hand: the second contact quotes 8 where 7 stands, and comes 3 days after a rejection: 0 of 1. Anna has a next
     * action and bea has not; cleo is of another playbook. One of two results was answered.
     */
    @Test
    void scoresALogOfTwoContacts(@TempDir Path folder) throws IOException {
        Run run = Run.of("scorecard " + Run.SHOP + " --format csv --log", log(folder, RESPONSES));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out().lines())
                .anyMatch(line -> line.startsWith("coherence,consecutive contacts that do not contradict,0.0,0.0,")
                        && line.endsWith(",0.0,1.0,wilson"))
                .anyMatch(line -> line.startsWith("context,,,,"))
                .anyMatch(line -> line.startsWith("continuity,active subjects with a next action,50.0,")
                        && line.endsWith(",1.0,2.0,wilson"))
                .anyMatch(line -> line.startsWith("closed loop,presented results with a recorded outcome,50.0,")
                        && line.endsWith(",1.0,2.0,wilson clustered by subject"));
        Run table = Run.of("scorecard " + Run.SHOP + " --log", folder);
        assertThat(table.out())
                .contains("more-data: worse terms than quoted, 1 of 1")
                .contains("more-data: again within 7 days of a rejection, 1 of 1")
                .contains("Not scored: the log does not hold the facts that decisions read");
    }

    @Test
    void whatIsOutsideThePeriodOrTheArmSetsTheScene(@TempDir Path folder) throws IOException {
        log(folder, RESPONSES);
        Run later = Run.of("scorecard " + Run.SHOP + " --format csv --from 2026-03-03T00:00:00Z --log", folder);
        assertThat(later.out().lines())
                .anyMatch(line -> line.startsWith("coherence,consecutive") && line.endsWith(",0.0,1.0,wilson"))
                .anyMatch(line -> line.startsWith("closed loop,presented") && line.endsWith(",0.0,1.0,wilson"));
        Run nobody = Run.of("scorecard " + Run.SHOP + " --format json --arm nobody --log", folder);
        assertThat(nobody.out()).contains("\"score\" : null");
    }

    @Test
    void aDamagedLogIsToldWithItsPlace(@TempDir Path folder) throws IOException {
        Run run = Run.of("scorecard " + Run.SHOP + " --log", log(folder, RESPONSES.replace("rejected", "refused")));
        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err())
                .contains("responses.csv")
                .contains("3")
                .contains("refused")
                .contains("is no outcome");
        assertThat(Run.of("scorecard " + Run.SHOP + " --log", folder.resolve("nowhere"))
                        .code())
                .isEqualTo(4);
        assertThat(Run.of("scorecard " + Run.SHOP + " --from yesterday --log", folder)
                        .code())
                .isEqualTo(2);
    }
}
