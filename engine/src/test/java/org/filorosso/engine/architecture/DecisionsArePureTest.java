package org.filorosso.engine.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Date;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Hazard: a decision that reads the clock, chance or the machine's settings is not the same on another node. */
@AnalyzeClasses(packages = "org.filorosso.engine", importOptions = DoNotIncludeTests.class)
class DecisionsArePureTest {

    @ArchTest
    static final ArchRule noClock = noClasses()
            .should()
            .callMethodWhere(Calls.into("java.time", "now"))
            .orShould()
            .callMethodWhere(Calls.of(Clock.class, "systemUTC", "systemDefaultZone", "system", "tickMillis"))
            .orShould()
            .callMethodWhere(Calls.of(System.class, "currentTimeMillis", "nanoTime"))
            .orShould()
            .callConstructor(Date.class);

    @ArchTest
    static final ArchRule noChance = noClasses()
            .should()
            .callConstructor(Random.class)
            .orShould()
            .callMethodWhere(Calls.of(Math.class, "random"))
            .orShould()
            .callMethodWhere(Calls.of(UUID.class, "randomUUID"))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(SecureRandom.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ThreadLocalRandom.class);

    @ArchTest
    static final ArchRule noSettingsOfTheMachine = noClasses()
            .should()
            .callMethodWhere(Calls.of(ZoneId.class, "systemDefault"))
            .orShould()
            .callMethodWhere(Calls.of(TimeZone.class, "getDefault"))
            .orShould()
            .callMethodWhere(Calls.of(Locale.class, "getDefault"))
            .orShould()
            .callMethodWhere(Calls.of(System.class, "getenv", "getProperty"));

    @ArchTest
    static final ArchRule noExit = noClasses()
            .should()
            .callMethodWhere(Calls.of(System.class, "exit"))
            .orShould()
            .callMethodWhere(Calls.of(Runtime.class, "exit", "halt"));
}
