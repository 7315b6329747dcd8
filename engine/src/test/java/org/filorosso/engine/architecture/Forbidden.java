package org.filorosso.engine.architecture;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.dmn.feel.lang.CompilerContext;
import org.kie.dmn.feel.parser.feel11.profiles.DoCompileFEELProfile;

/** One offence a class: what the rules of this package must find. Nothing here is ever run. */
final class Forbidden {

    private Forbidden() {}

    static final class ReadsInstant {
        final Object found = Instant.now();
    }

    static final class ReadsDate {
        final Object found = LocalDate.now(ZoneId.of("UTC"));
    }

    static final class ReadsOldDate {
        final Object found = new Date();
    }

    static final class ReadsMillis {
        final Object found = System.currentTimeMillis();
    }

    static final class DrawsUnseeded {
        final Object found = new Random();
    }

    static final class DrawsFromMath {
        final Object found = Math.random();
    }

    static final class DrawsFromThread {
        final Object found = ThreadLocalRandom.current();
    }

    static final class DrawsUuid {
        final Object found = UUID.randomUUID();
    }

    static final class AsksForZone {
        final Object found = ZoneId.systemDefault();
    }

    static final class AsksForLocale {
        final Object found = Locale.getDefault();
    }

    static final class Exits {
        void offend() {
            System.exit(1);
        }
    }

    static final class RunsProcess {
        Process offend(String text) throws IOException {
            return new ProcessBuilder(text).start();
        }
    }

    static final class RunsShell {
        Process offend(String text) throws IOException {
            return Runtime.getRuntime().exec(new String[] {text});
        }
    }

    static final class LoadsClass {
        Class<?> offend(String text) throws ClassNotFoundException {
            return Class.forName(text);
        }
    }

    static final class BuildsRuleText {
        final Class<?> found = org.kie.api.builder.KieBuilder.class;
    }

    static final class Compiles {
        final Class<?> found = javax.tools.JavaCompiler.class;
    }

    static final class CompilesFeelByProfile {
        final Class<?> found = DoCompileFEELProfile.class;
    }

    static final class CompilesFeelByContext {
        void offend(CompilerContext context) {
            context.setDoCompile(true);
        }
    }

    static final class Substitutes {
        final Object found = new org.apache.commons.text.StringSubstitutor();
    }

    static final class SeesDrools {
        final Class<?> found = KieBaseBuilder.class;
    }

    static final class SeesFeel {
        final Class<?> found = CompilerContext.class;
    }

    static final class SeesJackson {
        final Class<?> found = tools.jackson.databind.ObjectMapper.class;
    }
}
