package org.filorosso.engine.playbook.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A warning that comes without need is as bad as one that is missing: nobody reads the next one. */
class PlaybookChecksTest {
    private static final Map<String, String> BASE = Map.of(
            "playbook.yaml", "format: filorosso/v1\nname: checks\ntimezone: Europe/Rome\nlanguages: [en, it]\n",
            "attributes.csv", "name,source,type,values\nspend,customer,number,\nplan,customer,string,smart|max\n",
            "channels.csv", "channel,direction,placements\napp,both,hero:1|tile:3\nmail,outbound,\n",
            "actions.csv", "issue,group,action,value\nGrow,Data,more,spend\nGrow,Data,less,1\nRetain,Save,gift,1\n",
            "treatments.csv", "action,channel,message\nmore,app,{plan}\nless,app,b\ngift,app,c\n",
            "propensity.csv", "target,prior,strength\n*,0.1,2\n");

    @TempDir
    Path folder;

    private int calls;

    private List<String> found(String... filesAndTexts) {
        Map<String, String> files = new HashMap<>(BASE);
        for (int i = 0; i < filesAndTexts.length; i += 2) {
            files.put(filesAndTexts[i], filesAndTexts[i + 1]);
        }
        return PlaybookReader.read(Folders.write(folder.resolve("p" + calls++), files), LocalDate.of(2026, 3, 1))
                .problems()
                .all()
                .stream()
                .map(problem -> problem.code() + " " + problem.file() + ":" + problem.line())
                .toList();
    }

    @Test
    void countsFormulasTextsAndOwnershipAsUse() {
        assertThat(found()).isEmpty();
        assertThat(found(
                        "actions.csv",
                        "issue,group,action,value\nGrow,Data,more,2\nGrow,Data,less,1\nRetain,Save,gift,1\n"))
                .containsExactly("UNUSED_ATTRIBUTE attributes.csv:2");
        String owned = "name,source,type\nspend,customer,number\nplan,customer,string\nproducts,customer,list\n";
        assertThat(found("attributes.csv", owned)).containsExactly("UNUSED_ATTRIBUTE attributes.csv:4");
        assertThat(
                        found(
                                "attributes.csv",
                                owned,
                                "actions.csv",
                                "issue,group,action,value,product\nGrow,Data,more,spend,gb\nGrow,Data,less,1,\nRetain,Save,gift,1,\n"))
                .isEmpty();
    }

    @Test
    void looksForShadowsWithinActionChannelPlacementAndLanguage() {
        String header = "action,channel,placement,language,plan,message\n";
        assertThat(found(
                        "treatments.csv",
                        header
                                + "more,app,hero,,,a{spend}\nmore,app,tile,,,b\nmore,app,,en,,c\nmore,app,,it,,d\nmore,app,,,,e\n"
                                + "less,app,,,,f\ngift,app,,,smart,g\ngift,app,,,max,h\n"))
                .isEmpty();
        assertThat(found(
                        "treatments.csv",
                        header + "more,app,,,,a\nmore,app,hero,,,b\nmore,mail,,,,c\nless,app,,,\"smart, max\",d\n"
                                + "less,app,,it,smart,e\nless,app,,,,f\ngift,app,,,,g\n"))
                .containsExactly("SHADOWED treatments.csv:3", "SHADOWED treatments.csv:6");
    }

    @Test
    void takesNoExpiredOrLimitedRowForAShadow() {
        String header = "action,plan,price,from,until\n";
        assertThat(found("prices.csv", header + "more,,1,,2026-12-31\nmore,,2,,\n"))
                .isEmpty();
        assertThat(found("prices.csv", header + "more,,1,,2026-12-31\nmore,,2,2026-06-01,2026-06-30\n"))
                .containsExactly("SHADOWED prices.csv:3");
        assertThat(found("prices.csv", header + "more,,1,,\nless,,2,,\nmore,max,3,,\n"))
                .containsExactly("SHADOWED prices.csv:4");
    }

    @Test
    void seesAContradictionOnlyWhereBothRowsHoldAtOnce() {
        String header = "policy,target,effect,if unknown,plan,reason,from,until\n";
        assertThat(found(
                        "engagement.csv", header + "eligibility,Grow,allow,,max,r,,\nsuitability,Grow,deny,,max,r,,\n"))
                .containsExactly("CONTRADICTION engagement.csv:3");
        assertThat(found(
                        "engagement.csv",
                        header + "eligibility,Grow,only,,max,r,,\nsuitability,Grow,never,,smart,r,,\n"))
                .isEmpty();
        assertThat(found(
                        "engagement.csv",
                        header + "eligibility,Grow,only,,max,r,,\nsuitability,Retain,never,,max,r,,\n"))
                .isEmpty();
        assertThat(
                        found(
                                "engagement.csv",
                                header
                                        + "eligibility,Grow,never,skip,max,r,,2026-05-31\neligibility,Grow,only,,max,r,2026-06-01,\n"))
                .isEmpty();
    }

    @Test
    void takesRowsOfDifferentTargetsOrWeightsForDifferent() {
        String header = "target,factor,weight,plan,reason\n";
        assertThat(found(
                        "arbitration.csv",
                        header + "Grow,context,20%,max,a\nGrow,lever,20%,max,b\nGrow,context,30%,max,c\n"))
                .isEmpty();
        assertThat(found("arbitration.csv", header + "Grow,context,20%,max,a\nGrow,context,20%,\"\"\"max\"\"\",b\n"))
                .containsExactly("DUPLICATE_ROW arbitration.csv:3");
    }

    @Test
    void asksForIfUnknownOnlyWhereCustomersDataProtectPeople() {
        String header = "policy,target,effect,if unknown,plan,channel,reason\n";
        assertThat(found("engagement.csv", header + "eligibility,Grow,never,,,app,r\n"))
                .isEmpty();
        assertThat(found("engagement.csv", header + "suitability,Grow,never,,max,,r\n"))
                .isEmpty();
        assertThat(found("engagement.csv", header + "eligibility,Grow,only,,max,,r\n"))
                .isEmpty();
        assertThat(found("engagement.csv", header + "eligibility,Grow,never,skip,max,,r\n"))
                .isEmpty();
        assertThat(found("engagement.csv", header + "eligibility,Grow,never,,max,,r\n"))
                .containsExactly("UNKNOWN_UNSAID engagement.csv:2");
    }

    @Test
    void findsCustomersDataBehindDerivedAttributes() {
        assertThat(found(
                        "attributes.csv",
                        "name,source,type,formula\nspend,customer,number,\nplan,customer,string,\n"
                                + "half,derived,number,spend / 2\nquarter,derived,number,half / 2\n",
                        "engagement.csv",
                        "policy,target,effect,quarter,reason\neligibility,Grow,never,> 3,r\n"))
                .containsExactly("UNKNOWN_UNSAID engagement.csv:2");
    }

    @Test
    void comparesTheEndOfALevelWithThatOfItsActions() {
        String header = "policy,target,effect,plan,reason,until\n";
        assertThat(found("engagement.csv", header + "suitability,Grow,only,max,r,2026-12-31\n"))
                .containsExactly("LEVEL_OPENS engagement.csv:2");
        assertThat(found(
                        "engagement.csv",
                        header + "suitability,Grow,only,max,r,2026-12-31\nsuitability,Grow,only,smart,r,\n"))
                .isEmpty();
        assertThat(
                        found(
                                "engagement.csv",
                                header + "suitability,Retain,only,max,r,2026-12-31\n",
                                "actions.csv",
                                "issue,group,action,value,until\nGrow,Data,more,spend,\nGrow,Data,less,1,\nRetain,Save,gift,1,2026-12-31\n"))
                .isEmpty();
    }

    @Test
    void findsNoCircleWhereOneOfSeveralActionsIsFree() {
        String header = "kind,target,other\n";
        assertThat(found("coherence.csv", header + "requires,Grow/Data/more,Grow\n"))
                .isEmpty();
        assertThat(found("coherence.csv", header + "requires,Grow/Data/more,Retain\nrequires,Retain,Grow/Data/less\n"))
                .isEmpty();
        assertThat(found("coherence.csv", header + "requires,Grow/Data/more,Retain\nrequires,Retain,Grow/Data/more\n"))
                .containsExactly("CIRCLE coherence.csv:2");
        assertThat(found("coherence.csv", header + "requires,Grow,Grow/Data/more\n"))
                .containsExactly("CIRCLE coherence.csv:2");
    }

    @Test
    void findsCirclesThroughStageSegmentsAndExperiments() {
        String lifecycle = "stage,segments\nbig,large\nsmall,\n";
        assertThat(found("lifecycle.csv", lifecycle, "segments.csv", "segment,spend\nlarge,> 3\n"))
                .isEmpty();
        assertThat(found("lifecycle.csv", lifecycle, "segments.csv", "segment,stage\nlarge,big\n"))
                .containsExactly("CIRCLE lifecycle.csv:2");
        assertThat(found(
                        "attributes.csv",
                        "name,source,type,formula\nspend,customer,number,\nplan,customer,string,\n"
                                + "rich,derived,boolean,\"if pilot = \"\"A\"\" then true else false\"\n",
                        "experiments.csv",
                        "experiment,variant,share,rich\npilot,A,50%,yes\n"))
                .containsExactly("CIRCLE attributes.csv:4");
    }

    @Test
    void leavesTheWorldOfTheSimulatorAlone() {
        assertThat(found("world.csv", "target,outcome,effect,hidden patience\nGrow,accepted,0.3,> 3\n"))
                .isEmpty();
    }

    @Test
    void saysOnceWhenNothingCouldBeRead() {
        assertThat(found("actions.csv", "issue,group,action\nGrow,\"Data,more\n"))
                .containsExactly("UNCLOSED_QUOTE actions.csv:2");
        assertThat(found("playbook.yaml", "format: [\n")).containsExactly("YAML_SYNTAX playbook.yaml:2");
    }
}
