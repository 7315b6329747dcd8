package org.filorosso.engine.golden;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.filorosso.engine.decide.Engine;
import org.filorosso.engine.match.PlainMatcher;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.GoldenCustomer;
import org.filorosso.engine.playbook.io.GoldenReader;
import org.filorosso.engine.playbook.io.Loaded;
import org.filorosso.engine.playbook.io.PlaybookReader;
import org.filorosso.engine.playbook.io.Problems;
import org.filorosso.engine.playbook.io.Text;

/** A small playbook that has a little of everything, and stories told about it. */
public final class Shop {
    public static final Path FOLDER = Path.of("src/test/resources/golden/shop");
    private static final Loaded LOADED = PlaybookReader.read(FOLDER, LocalDate.EPOCH);

    private Shop() {}

    static Loaded loaded() {
        return LOADED;
    }

    public static Playbook playbook() {
        return LOADED.orThrow();
    }

    static Engine engine() {
        return new Engine(playbook(), PlainMatcher.of(playbook()));
    }

    static List<GoldenCustomer> customers() {
        Problems problems = new Problems();
        List<GoldenCustomer> customers = GoldenReader.read(LOADED.sheets().tests(), playbook(), problems);
        problems.throwIfErrors();
        return customers;
    }

    static GoldenReport run(String stories) {
        Problems problems = new Problems();
        List<GoldenCustomer> customers =
                GoldenReader.read(List.of(Text.of("tests/more.yaml", stories)), playbook(), problems);
        problems.throwIfErrors();
        return new GoldenRunner(engine()).run(customers);
    }
}
