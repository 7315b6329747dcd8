package org.filorosso.engine.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Hazard: somebody hands text from a playbook to something that can run it.
 *
 * <p>The enforcer keeps most compilers off the class path; these are the doors that have to stay on it, because Drools
 * and FEEL do not start without them, and those of the JDK.
 */
@AnalyzeClasses(packages = "org.filorosso", importOptions = DoNotIncludeTests.class)
class RuleFilesAreDataTest {

    @ArchTest
    static final ArchRule noRuleText = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.drools.compiler..",
                    "org.drools.drl..",
                    "org.drools.mvel..",
                    "org.mvel2..",
                    "org.kie.api.builder..",
                    "org.kie.internal.builder..",
                    "org.kie.internal.utils..");

    @ArchTest
    static final ArchRule noCompiler = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.kie.memorycompiler..",
                    "org.kie.dmn.feel.codegen..",
                    "com.github.javaparser..",
                    "javax.tools..",
                    "javax.script..",
                    "org.springframework.expression..",
                    "org.apache.commons.text.lookup..");

    @ArchTest
    static final ArchRule feelIsNeverCompiled = noClasses()
            .should()
            .dependOnClassesThat()
            .haveSimpleName("DoCompileFEELProfile")
            .orShould()
            .callMethodWhere(Calls.named("setDoCompile"));

    /** Its placeholders can call scripts, scripts can do anything (CVE-2022-42889). */
    @ArchTest
    static final ArchRule noPlaceholdersOfCommonsText = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.apache.commons.text.StringSubstitutor");

    @ArchTest
    static final ArchRule noProcessAndNoClassLoading = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ProcessBuilder.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ClassLoader.class)
            .orShould()
            .callMethodWhere(Calls.of(Runtime.class, "exec", "load", "loadLibrary"))
            .orShould()
            .callMethodWhere(Calls.of(Class.class, "forName"));
}
