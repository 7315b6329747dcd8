package org.filorosso.api;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.filorosso.api.ops.ServiceSettings;
import org.filorosso.api.store.DatabaseClock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** Hazard: the parts of the service come to need each other, or go past what keeps them safe. */
@AnalyzeClasses(packages = "org.filorosso.api", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "org.filorosso.api";

    private static String[] above(String... packages) {
        String[] names = new String[packages.length];
        for (int i = 0; i < packages.length; i++) {
            names[i] = ROOT + "." + packages[i] + "..";
        }
        return names;
    }

    @ArchTest
    static final ArchRule storeAndProblemKnowNoBusiness = noClasses()
            .that()
            .resideInAnyPackage(above("store", "problem"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(above(
                    "security", "playbook", "subject", "decision", "response", "report", "review", "run", "demo"));

    // the settings stand beside all layers: each reads its own
    private static final DescribedPredicate<JavaClass> BUSINESS =
            resideInAPackage(ROOT + "..").and(DescribedPredicate.not(type(ServiceSettings.class)));

    @ArchTest
    static final ArchRule dependenciesGoDown = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
            .withOptionalLayers(true)
            .layer("ground")
            .definedBy(above("store", "problem"))
            .layer("security")
            .definedBy(above("security"))
            .layer("playbook")
            .definedBy(above("playbook"))
            .layer("subject")
            .definedBy(above("subject"))
            .layer("decision")
            .definedBy(above("decision"))
            .layer("response")
            .definedBy(above("response"))
            .layer("report")
            .definedBy(above("report"))
            .layer("review")
            .definedBy(above("review"))
            .layer("run")
            .definedBy(above("run"))
            .layer("ops")
            .definedBy(BUSINESS.and(resideInAPackage(ROOT + ".ops..")))
            .layer("demo")
            .definedBy(above("demo"))
            .layer("start")
            .definedBy(ROOT)
            .whereLayer("demo")
            .mayOnlyBeAccessedByLayers("start")
            .whereLayer("ops")
            .mayOnlyBeAccessedByLayers("demo", "start")
            .whereLayer("run")
            .mayOnlyBeAccessedByLayers("ops", "demo", "start")
            .whereLayer("review")
            .mayOnlyBeAccessedByLayers("ops", "demo", "start")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("review", "run", "ops", "demo", "start")
            .whereLayer("response")
            .mayOnlyBeAccessedByLayers("report", "review", "ops", "demo", "start")
            .whereLayer("decision")
            .mayOnlyBeAccessedByLayers("response", "report", "review", "run", "ops", "demo", "start")
            .whereLayer("subject")
            .mayOnlyBeAccessedByLayers("decision", "response", "report", "review", "run", "ops", "demo", "start")
            .whereLayer("playbook")
            .mayOnlyBeAccessedByLayers(
                    "subject", "decision", "response", "report", "review", "run", "ops", "demo", "start")
            .whereLayer("security")
            .mayOnlyBeAccessedByLayers(
                    "playbook", "subject", "decision", "response", "report", "review", "run", "ops", "demo", "start");

    @ArchTest
    static final ArchRule controllersAreTheirPackagesOwn = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .or()
            .areAnnotatedWith(Controller.class)
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule onlyTheDatabaseTellsTheTime = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(DatabaseClock.class.getName())
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule onlyTheNewJackson = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind..");

    @ArchTest
    static final ArchRule nothingRunsText = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javax.script..", "javax.tools..", "org.springframework.expression..", "com.github.javaparser..");

    @ArchTest
    static final ArchRule nothingEndsTheProcess = noClasses()
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);

    @ArchTest
    static final ArchRule objectsAreNotReadFromBytes =
            noClasses().should().dependOnClassesThat().belongToAnyOf(java.io.ObjectInputStream.class);
}
