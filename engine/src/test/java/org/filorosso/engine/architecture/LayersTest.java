package org.filorosso.engine.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Hazard: a library leaks out of the one package that may know it, or two packages come to need each other. */
@AnalyzeClasses(packages = "org.filorosso.engine", importOptions = DoNotIncludeTests.class)
class LayersTest {

    @ArchTest
    static final ArchRule onlyMatchSeesDrools = noClasses()
            .that()
            .resideOutsideOfPackage("org.filorosso.engine.match..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.drools..", "org.kie.api..", "org.kie.internal..");

    @ArchTest
    static final ArchRule onlyFeelSeesTheExpressionLanguage = noClasses()
            .that()
            .resideOutsideOfPackage("org.filorosso.engine.feel..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.kie.dmn..");

    @ArchTest
    static final ArchRule onlyPlaybookIoSeesFileFormats = noClasses()
            .that()
            .resideOutsideOfPackage("org.filorosso.engine.playbook.io..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "tools.jackson..", "com.fasterxml..", "org.dhatim..", "de.siegmar..", "org.snakeyaml..");

    @ArchTest
    static final ArchRule noSpring =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("org.springframework..");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("org.filorosso.(**)").should().beFreeOfCycles();
}
