package org.filorosso.simulator.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.filorosso.engine.decide.Engine;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.match.DroolsMatcher;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Loaded;
import org.filorosso.engine.playbook.io.PlaybookReader;
import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.customers.CustomerInputs;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.customers.KnownCustomers;
import org.filorosso.simulator.run.Question;

/** The small playbook of these tests, its 120 customers and their past. */
public final class Shop {
    public static final Path FOLDER = resource("shop");
    private static final CustomerInputs INPUTS = new CustomerInputs(
            resource("customers.csv"),
            resource("history.csv"),
            resource("events.csv"),
            null,
            CustomerFile.Options.DEFAULT);

    private Shop() {}

    public static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(Shop.class.getResource("/review/" + name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(name, e);
        }
    }

    public static Loaded load(Path folder) {
        Loaded loaded = PlaybookReader.read(folder, LocalDate.of(2026, 3, 2));
        loaded.orThrow();
        return loaded;
    }

    public static Playbook playbook() {
        return load(FOLDER).orThrow();
    }

    /** A copy of the playbook with one file changed. */
    public static Path with(Path folder, String file, UnaryOperator<String> change) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            Files.createDirectories(folder);
            for (Path one : files.toList()) {
                String text = Files.readString(one);
                String name = String.valueOf(one.getFileName());
                Files.writeString(folder.resolve(name), name.equals(file) ? change.apply(text) : text);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Engine engine(Playbook playbook) {
        return new Engine(playbook, DroolsMatcher.of(playbook));
    }

    /** On a channel at a quarter past ten in the morning of Monday 2 March 2026. */
    public static Question question(Playbook playbook, String channel, Direction direction) {
        ZonedDateTime at =
                ZonedDateTime.of(2026, 3, 2, 10, 15, 0, 0, playbook.settings().zone());
        var found = playbook.tables().channels().stream()
                .filter(one -> one.name().equals(channel))
                .findFirst()
                .orElseThrow();
        Map<String, Object> contexts = Map.of("reason for contact", "billing");
        return new Question(at, found, direction, contexts, null, null, Explain.SUMMARY);
    }

    public static List<Question> questions(Playbook playbook) {
        return List.of(question(playbook, "desk", Direction.INBOUND), question(playbook, "email", Direction.OUTBOUND));
    }

    public static KnownCustomers base(Playbook playbook) throws FlawException {
        return INPUTS.base(
                playbook, question(playbook, "desk", Direction.INBOUND).at(), new Flaws(), count -> {});
    }

    public static CustomerFile customers(Playbook playbook) throws FlawException {
        return CustomerFile.open(playbook, INPUTS.options(), DataFile.of(INPUTS.customers()));
    }

    /** All customers, complete. */
    public static List<Subject> subjects(Playbook playbook) throws FlawException {
        KnownCustomers base = base(playbook);
        List<Subject> subjects = new ArrayList<>();
        try (CustomerFile file = customers(playbook)) {
            for (CustomerFile.Row row : file.next(1000)) {
                subjects.add(base.complete(row.subject()));
            }
        }
        return subjects;
    }

    /** What a golden file says. */
    public static String golden(String name) throws IOException {
        return Files.readString(resource("golden/" + name), StandardCharsets.UTF_8);
    }
}
