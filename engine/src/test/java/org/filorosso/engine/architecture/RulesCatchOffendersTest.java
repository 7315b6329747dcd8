package org.filorosso.engine.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Hazard: a rule of this package is written so that nothing can break it. */
class RulesCatchOffendersTest {

    private static final Map<Class<?>, ArchRule> OFFENCES = Map.ofEntries(
            Map.entry(Forbidden.ReadsInstant.class, DecisionsArePureTest.noClock),
            Map.entry(Forbidden.ReadsDate.class, DecisionsArePureTest.noClock),
            Map.entry(Forbidden.ReadsOldDate.class, DecisionsArePureTest.noClock),
            Map.entry(Forbidden.ReadsMillis.class, DecisionsArePureTest.noClock),
            Map.entry(Forbidden.DrawsUnseeded.class, DecisionsArePureTest.noChance),
            Map.entry(Forbidden.DrawsFromMath.class, DecisionsArePureTest.noChance),
            Map.entry(Forbidden.DrawsFromThread.class, DecisionsArePureTest.noChance),
            Map.entry(Forbidden.DrawsUuid.class, DecisionsArePureTest.noChance),
            Map.entry(Forbidden.AsksForZone.class, DecisionsArePureTest.noSettingsOfTheMachine),
            Map.entry(Forbidden.AsksForLocale.class, DecisionsArePureTest.noSettingsOfTheMachine),
            Map.entry(Forbidden.Exits.class, DecisionsArePureTest.noExit),
            Map.entry(Forbidden.RunsProcess.class, RuleFilesAreDataTest.noProcessAndNoClassLoading),
            Map.entry(Forbidden.RunsShell.class, RuleFilesAreDataTest.noProcessAndNoClassLoading),
            Map.entry(Forbidden.LoadsClass.class, RuleFilesAreDataTest.noProcessAndNoClassLoading),
            Map.entry(Forbidden.BuildsRuleText.class, RuleFilesAreDataTest.noRuleText),
            Map.entry(Forbidden.Compiles.class, RuleFilesAreDataTest.noCompiler),
            Map.entry(Forbidden.CompilesFeelByProfile.class, RuleFilesAreDataTest.feelIsNeverCompiled),
            Map.entry(Forbidden.CompilesFeelByContext.class, RuleFilesAreDataTest.feelIsNeverCompiled),
            Map.entry(Forbidden.Substitutes.class, RuleFilesAreDataTest.noPlaceholdersOfCommonsText),
            Map.entry(Forbidden.SeesDrools.class, LayersTest.onlyMatchSeesDrools),
            Map.entry(Forbidden.SeesFeel.class, LayersTest.onlyFeelSeesTheExpressionLanguage),
            Map.entry(Forbidden.SeesJackson.class, LayersTest.onlyPlaybookIoSeesFileFormats));

    @TestFactory
    Stream<DynamicTest> eachOffenceIsFound() {
        return OFFENCES.entrySet().stream()
                .map(offence -> DynamicTest.dynamicTest(
                        offence.getKey().getSimpleName(), () -> assertFound(offence.getKey(), offence.getValue())));
    }

    private static void assertFound(Class<?> offender, ArchRule rule) {
        var classes = new ClassFileImporter().importClasses(offender);
        assertThat(rule.evaluate(classes).hasViolation()).isTrue();
    }
}
