package org.filorosso.simulator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Loaded;
import org.filorosso.engine.playbook.io.Problems;
import org.filorosso.engine.playbook.io.Sheet;
import org.filorosso.engine.playbook.io.Sheets;
import org.filorosso.engine.playbook.io.Table;
import org.filorosso.engine.playbook.io.Text;
import org.filorosso.engine.playbook.io.WorldReader;
import org.filorosso.simulator.population.Population;
import org.filorosso.simulator.population.PopulationReader;
import org.filorosso.simulator.simulation.Manifest;
import org.filorosso.simulator.world.ContactTrait;
import org.jspecify.annotations.Nullable;

/** Reads populations and worlds: those of a playbook's folder, or other files. */
final class WorldFiles {
    private WorldFiles() {}

    /**
     * A world as read.
     *
     * @param hash SHA-256 of its rows
     */
    record Read(WorldReader.Understood understood, String hash) {}

    /**
     * The text of a population.
     *
     * @param file another than the playbook's, or null
     * @throws Refusal if there is none
     */
    static Text model(Loaded loaded, @Nullable Path file) {
        Text text = file == null ? loaded.sheets().population() : text(file);
        if (text == null) {
            throw Refusal.badInput(loaded.sheets().name()
                    + ": holds no population.yaml. Maybe add one, or --model FILE names another.");
        }
        return text;
    }

    /** @throws Refusal if the text has errors; the message lists them */
    static Population population(Text text, Playbook playbook) {
        Problems problems = new Problems();
        Population read = PopulationReader.read(text, playbook, problems);
        if (read == null) {
            throw refused(problems, text.file());
        }
        return read;
    }

    private static Text text(Path file) {
        try {
            return Text.of(String.valueOf(file.getFileName()), Files.readString(file));
        } catch (IOException e) {
            throw Refusal.badInput(Paths.missing(file, "file", "a population.yaml"));
        }
    }

    /**
     * A world about a playbook and those compared with it.
     *
     * @param file the rows, or null: world.csv of the playbook
     * @throws Refusal if there is none, or it has errors; the message lists them
     */
    static Read world(List<Loaded> playbooks, Population population, @Nullable Path file) {
        Sheet rows = rows(playbooks.get(0), file);
        String name = file == null ? Table.WORLD.file() : String.valueOf(file.getFileName());
        return new Read(understood(playbooks, population.hidden(), rows, name), hash(rows));
    }

    /** SHA-256 of the rows of a world, comments left out. */
    static String hash(Sheet rows) {
        return Manifest.hash(rows.rows().toString());
    }

    /**
     * Where a world stands.
     *
     * @param file the rows, or null: world.csv of the playbook
     */
    static Path place(Path playbook, @Nullable Path file) {
        if (file != null) {
            return file;
        }
        return Files.isDirectory(playbook) ? playbook.resolve(Table.WORLD.file()) : playbook;
    }

    /** The owners of a playbook's actions by name, where a row names one. */
    static Map<String, String> owners(Loaded loaded) {
        Map<String, String> owners = new HashMap<>();
        loaded.sheets().table(Table.ACTIONS).ifPresent(sheet -> {
            int action = sheet.header().cells().indexOf("action");
            int owner = sheet.header().cells().indexOf("owner");
            if (action >= 0 && owner >= 0) {
                sheet.rows().forEach(row -> owners.put(row.cell(action), row.cell(owner)));
            }
        });
        owners.values().removeIf(String::isEmpty);
        return owners;
    }

    /**
     * The table of a world.
     *
     * @param file the rows, or null: world.csv of the playbook
     * @throws Refusal if there is none, or it is no table
     */
    static Sheet rows(Loaded playbook, @Nullable Path file) {
        Problems problems = new Problems();
        Sheet rows = file == null ? playbook.sheets().table(Table.WORLD).orElse(null) : sheet(file, problems);
        if (rows == null && file != null) {
            throw refused(problems, String.valueOf(file.getFileName()));
        }
        if (rows == null) {
            throw Refusal.badInput(
                    playbook.sheets().name() + ": holds no world.csv. Maybe add one, or --world FILE names another.");
        }
        return rows;
    }

    /**
     * The rows of a world about a playbook and those compared with it.
     *
     * @param hidden traits that no rule may know
     * @param name of the file, for problems
     * @throws Refusal if it has errors; the message lists them
     */
    static WorldReader.Understood understood(
            List<Loaded> playbooks, List<WorldReader.Trait> hidden, Sheet rows, String name) {
        Problems problems = new Problems();
        List<WorldReader.Trait> traits = new ArrayList<>(hidden);
        traits.addAll(ContactTrait.traits());
        List<Sheets> others = playbooks.stream().skip(1).map(Loaded::sheets).toList();
        WorldReader.Understood read = WorldReader.read(playbooks.get(0).sheets(), others, rows, traits, problems);
        if (read == null) {
            throw refused(problems, name);
        }
        return read;
    }

    /**
     * The hidden traits of a population; none where there is no population.
     *
     * @param file another than the playbook's, or null
     */
    static List<WorldReader.Trait> hidden(Loaded loaded, Playbook playbook, @Nullable Path file) {
        Text text = file == null ? loaded.sheets().population() : text(file);
        return text == null ? List.of() : population(text, playbook).hidden();
    }

    private static @Nullable Sheet sheet(Path file, Problems problems) {
        try {
            return WorldReader.sheet(file, problems);
        } catch (IOException e) {
            throw Refusal.badInput(Paths.missing(file, "file", "a world.csv"));
        }
    }

    private static Refusal refused(Problems problems, String file) {
        return Refusal.refused(ProblemList.text(problems.errors()) + "\n" + file + ": refused, "
                + ProblemList.count(problems.errors().size(), "error"));
    }
}
