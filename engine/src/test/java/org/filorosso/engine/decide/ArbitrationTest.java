package org.filorosso.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.filorosso.engine.learn.BetaCounts;
import org.junit.jupiter.api.Test;

/** P x C x V x L, thresholds, exploration and arms do the arithmetic the specification gives. */
class ArbitrationTest {

    private static Decision.Result result(Asking asking, String action) {
        return asking.decide().results().stream()
                .filter(one -> one.action().equals(action))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void weightsAddUpAndNeverGoBelowNothing() {
        Asking asking = GivenPlaybook.small()
                .table(
                        "actions",
                        "action,issue,group,value,lever\ngiga,Grow,Data,10,50%\nfibre,Grow,Lines,20,\nhelp,Care,Help,1,\n")
                .table("arbitration", """
                        id,target,factor,weight,plan,reason
                        A1,Grow,context,20%,,Grow is the theme
                        A2,Grow/Data,context,0.3,smart,Smart people like data
                        A3,Grow/Data,lever,+25%,,Push
                        A4,Grow/Lines,context,-300%,,Never
                        A5,Care,context,spend / 100,,By spend
                        """)
                .engine()
                .with("plan", "smart")
                .with("spend", 50);
        Decision.Factors giga = result(asking, "giga").factors();
        assertThat(giga.contextWeight()).isCloseTo(1.5, within(1e-12));
        assertThat(giga.lever()).isCloseTo(1.75, within(1e-12));
        assertThat(result(asking, "giga").reason()).isIn("Smart people like data", "Push", "Grow is the theme");
        assertThat(result(asking, "help").factors().contextWeight()).isCloseTo(1.5, within(1e-12));
        assertThat(asking.refusal("fibre")).isEqualTo("arbitration threshold");
    }

    @Test
    void aMissingFactorIsUnknown() {
        Asking asking = GivenPlaybook.small()
                .table(
                        "actions",
                        "action,issue,group,value\ngiga,Grow,Data,spend * 2\nfibre,Grow,Lines,spend - 30\nhelp,Care,Help,1\n")
                .engine();
        assertThat(asking.refusal("giga")).isEqualTo("arbitration giga");
        assertThat(asking.dropped("giga").why().test().missing()).isEqualTo("value");
        assertThat(asking.with("spend", 20).offered()).containsExactly("giga", "help");
        assertThat(asking.dropped("fibre").why().test().unknown()).isTrue();
    }

    @Test
    void paysComparesTheMarginWithTheContact() {
        Asking asking = GivenPlaybook.small()
                .setting("propensity: prior", "propensity: prior\n  threshold: pays")
                .table(
                        "actions",
                        "action,issue,group,value,cost,purpose\ngiga,Grow,Data,10,7,\nfibre,Grow,Lines,20,19,\nhelp,Care,Help,0,0,service\n")
                .engine();
        assertThat(asking.offered()).containsExactly("giga", "help");
        assertThat(asking.dropped("fibre").why().test().column()).isEqualTo("pays");
    }

    @Test
    void theMostSpecificPriorCountsThenTheLaterRow() {
        Asking asking = GivenPlaybook.small().table("propensity", """
                        id,target,prior,strength,plan
                        P1,Grow/Data/giga,0.4,10,basic
                        P2,Grow/Data,0.2,10,
                        P3,Grow/Data,0.3,10,
                        P4,*,0.1,10,
                        """).engine();
        assertThat(result(asking, "giga").factors().propensity()).isEqualTo(0.3);
        assertThat(result(asking, "fibre").factors().propensity()).isEqualTo(0.1);
        assertThat(result(asking.with("plan", "basic"), "giga").factors().propensity())
                .isEqualTo(0.4);
    }

    @Test
    void adaptiveShrinksEachLevelTowardsTheOneAbove() {
        BetaCounts counts = BetaCounts.NONE
                .plus(new BetaCounts.Key("giga", "phone", "any"), 10, 5)
                .plus(new BetaCounts.Key("giga", "app", "any"), 90, 9);
        Asking asking = GivenPlaybook.small()
                .setting("propensity: prior", "propensity: adaptive")
                .table("propensity", "id,target,prior,strength\nP1,*,0.2,10\n")
                .engine()
                .state(State.FRESH.with(State.Counters.NONE, List.of(), counts));
        double action = (0.2 * 10 + 14) / (10 + 100);
        double channel = (action * 10 + 5) / (10 + 10);
        double stage = (channel * 10 + 5) / (10 + 10);
        assertThat(result(asking, "giga").factors().propensity()).isCloseTo(stage, within(1e-12));
        assertThat(result(asking, "fibre").factors().propensity()).isEqualTo(0.2);
    }

    @Test
    void epsilonExploresItsShareAndSaysTheProbability() {
        Asking asking = GivenPlaybook.small()
                .setting("propensity: prior", "propensity: prior\n  exploration: epsilon 0.3")
                .engine();
        Map<String, Integer> firsts = new TreeMap<>();
        Map<String, Double> said = new TreeMap<>();
        int n = 4000;
        for (int i = 0; i < n; i++) {
            Decision.Result first =
                    asking.interaction("i" + i).decide().results().get(0);
            firsts.merge(first.action(), 1, Integer::sum);
            said.put(first.action(), first.choicePropensity());
        }
        assertThat(said.get("fibre")).isCloseTo(0.8, within(1e-12));
        assertThat(said.get("giga")).isCloseTo(0.1, within(1e-12));
        said.forEach((action, p) ->
                assertThat(firsts.get(action) / (double) n).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / n))));
    }

    @Test
    void thompsonSaysRoughlyHowOftenEachWins() {
        Asking asking = GivenPlaybook.small()
                .setting("propensity: prior", "propensity: prior\n  exploration: thompson")
                .actions("giga,Grow,Data,10", "fibre,Grow,Lines,12", "help,Care,Help,1")
                .table("propensity", "id,target,prior,strength\nP1,*,0.3,6\n")
                .engine();
        int n = 1500;
        int wins = 0;
        double said = 0;
        for (int i = 0; i < n; i++) {
            Decision decision = asking.interaction("i" + i).decide();
            wins += decision.results().get(0).action().equals("giga") ? 1 : 0;
            said += decision.results().stream()
                            .filter(one -> one.action().equals("giga"))
                            .mapToDouble(Decision.Result::choicePropensity)
                            .sum()
                    / n;
        }
        assertThat(said).isCloseTo(wins / (double) n, within(0.05));
    }

    @Test
    void armsShareWhatTheHoldoutLeavesAndTheSubjectStaysInHis() {
        Asking asking = GivenPlaybook.small().settings("""
                        holdout: {share: 10%, salt: s, level: subject}
                        arms:
                          - {name: champion, share: 80%}
                          - {name: plain, share: 20%, ranking: value}
                        """).engine();
        Map<String, Integer> arms = new TreeMap<>();
        int n = 5000;
        for (int i = 0; i < n; i++) {
            arms.merge(asking.subject("s" + i).decide().arm(), 1, Integer::sum);
        }
        assertThat(arms.get("holdout") / (double) n).isCloseTo(0.1, within(0.02));
        assertThat(arms.get("champion") / (double) n).isCloseTo(0.72, within(0.03));
        assertThat(arms.get("plain") / (double) n).isCloseTo(0.18, within(0.03));
    }

    @Test
    void anExperimentNamesItsVariantAndItsControlIsLeftAlone() {
        Asking asking = GivenPlaybook.small()
                .table("experiments", """
                        id,experiment,variant,share,level,target,kpi,reason
                        X1,wording,A,40%,subject,Grow/Data,,Two scripts
                        X2,wording,control,40%,subject,Grow/Data,,Two scripts
                        """)
                .table(
                        "treatments",
                        "id,action,channel,wording,headline\nT1,giga,phone,A,Hello A\nT2,giga,phone,,Hello\nT3,fibre,phone,,Hello\nT4,help,phone,,Hello\n")
                .engine();
        Map<String, Integer> groups = new TreeMap<>();
        for (int i = 0; i < 2000; i++) {
            Decision decision = asking.subject("s" + i).decide();
            String variant = decision.variants().getOrDefault("wording", "outside");
            groups.merge(variant, 1, Integer::sum);
            boolean offered =
                    decision.results().stream().anyMatch(one -> one.action().equals("giga"));
            assertThat(offered).isEqualTo(!variant.equals("control"));
        }
        assertThat(groups.get("control") / 2000.0).isCloseTo(0.4, within(0.05));
        assertThat(groups.get("A") / 2000.0).isCloseTo(0.4, within(0.05));
    }

    @Test
    void textsAreFilledInTheCustomersLanguage() {
        Asking asking = GivenPlaybook.small()
                .table(
                        "actions",
                        "action,issue,group,value,price,title,title:it\ngiga,Grow,Data,10,7.5,More data,Più dati\nfibre,Grow,Lines,20,,Fibre,Fibra\nhelp,Care,Help,1,,Help,Aiuto\n")
                .table("treatments", """
                        id,action,channel,message,message:it
                        T1,giga,phone,"{title} for {price}, you spend {spend|little}","{title} a {price}, spendi {spend|poco}"
                        """)
                .engine();
        assertThat(message(asking)).isEqualTo("More data for 7.50, you spend little");
        assertThat(message(asking.in("it").with("spend", 1234.5))).isEqualTo("Più dati a 7,50, spendi 1.234,50");
    }

    private static String message(Asking asking) {
        return asking.decide().results().get(0).texts().get(org.filorosso.engine.playbook.Treatment.Part.MESSAGE);
    }
}
