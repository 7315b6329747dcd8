package org.filorosso.simulator.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Hazard: the simulator goes past the engine, or a library or package leaks where it does not belong. */
@AnalyzeClasses(packages = "org.filorosso.simulator", importOptions = DoNotIncludeTests.class)
class SimulatorArchitectureTest {

    @ArchTest
    static final ArchRule rulesAndExpressionsAreTheEnginesBusiness =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("org.drools..", "org.kie..", "org.mvel2..");

    @ArchTest
    static final ArchRule nothingRunsText = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.tools..", "javax.script..", "com.github.javaparser..", "org.springframework..");

    @ArchTest
    static final ArchRule onlyTheNewJackson = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind..");

    @ArchTest
    static final ArchRule sparkIsKnownToOnePackage = noClasses()
            .that()
            .resideOutsideOfPackage("org.filorosso.simulator.spark")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..");

    @ArchTest
    static final ArchRule onlyMainEndsTheProcess = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.filorosso.simulator.cli.Main")
            .and()
            .doNotHaveFullyQualifiedName("org.filorosso.simulator.spark.Main")
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);

    @ArchTest
    static final ArchRule noUnseededChance = noClasses()
            .should()
            .callConstructor(java.util.Random.class)
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("org.filorosso.(**)").should().beFreeOfCycles();
}
