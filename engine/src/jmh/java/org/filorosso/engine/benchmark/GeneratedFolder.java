package org.filorosso.engine.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.filorosso.engine.feel.Type;

/** A generated playbook as the folder of files that a marketer would have written. */
final class GeneratedFolder {

    private static final String SETTINGS = """
            format: filorosso/v1
            name: generated
            title: Generated
            timezone: Europe/Rome
            currency: EUR
            languages: [en]
            locale: en
            history: P400D
            purposes: [marketing]
            reasons: [price]
            arbitration: {propensity: prior, exploration: none, threshold: 0}
            """;
    private static final Map<Type, String> TYPES = Map.of(
            Type.STRING,
            "string",
            Type.NUMBER,
            "number",
            Type.BOOLEAN,
            "boolean",
            Type.DATE,
            "date",
            Type.STRINGS,
            "list");

    private final GeneratedPlaybook generated;
    private final Path folder;

    private GeneratedFolder(GeneratedPlaybook generated, Path folder) {
        this.generated = generated;
        this.folder = folder;
    }

    /** Writes the files into an empty folder. */
    static void write(GeneratedPlaybook generated, Path folder) throws IOException {
        new GeneratedFolder(generated, folder).write();
    }

    private void write() throws IOException {
        Files.writeString(folder.resolve("playbook.yaml"), SETTINGS);
        table(
                "channels",
                List.of("channel", "direction", "cost", "placements"),
                List.of(
                        List.of("contact-centre", "inbound", "1", "hero:1|tile:3"),
                        List.of("app", "inbound", "0", "home:3")));
        table("attributes", List.of("name", "source", "type", "values"), attributes());
        table("actions", List.of("issue", "group", "action", "title", "value", "price"), actions());
        table("treatments", List.of("id", "action", "channel", "headline", "message"), treatments());
        table("engagement", engagementHeader(), engagement());
        table("propensity", List.of("target", "prior", "strength"), List.of(List.of("*", "0.2", "20")));
        table(
                "contact-policy",
                List.of("target", "per", "outcome", "limit", "within", "reason"),
                List.of(
                        List.of("*", "action", "presented", "3", "P30D", "Seen three times in a month"),
                        List.of("*", "action", "rejected", "1", "P60D", "Said no"),
                        List.of("*", "all", "presented", "200", "P30D", "Enough for a month")));
        table("arbitration", List.of("target", "factor", "weight", "plan", "reason"), arbitration());
    }

    private static List<List<String>> attributes() {
        return GeneratedPlaybook.COLUMNS.stream()
                .map(one -> List.of(one.name(), "customer", TYPES.get(one.type()), String.join("|", one.values())))
                .toList();
    }

    private List<List<String>> actions() {
        return IntStream.range(0, generated.actions())
                .mapToObj(i -> List.of(issue(i), group(i), action(i), "Action " + i, "" + (20 + i % 97), "" + (i % 50)))
                .toList();
    }

    private static String issue(int action) {
        return "Issue" + action % 5;
    }

    private static String group(int action) {
        return "Group" + action % 50;
    }

    static String action(int action) {
        return "action-" + action;
    }

    /** Three of four treatments for the contact centre, so that most actions have one there. */
    private List<List<String>> treatments() {
        return IntStream.range(0, generated.treatments())
                .mapToObj(i -> List.of(
                        "t-" + i,
                        action(i % generated.actions()),
                        i < generated.actions() || i % 2 == 0 ? "contact-centre" : "app",
                        "Headline " + i,
                        "For you at {price} a month"))
                .toList();
    }

    private static List<String> engagementHeader() {
        return Stream.concat(
                        Stream.of("policy", "target", "effect", "if unknown", "reason"),
                        GeneratedPlaybook.COLUMNS.stream().map(Column::name))
                .toList();
    }

    private List<List<String>> engagement() {
        return generated.engagement().stream().map(this::engagement).toList();
    }

    private List<String> engagement(GeneratedPlaybook.EngagementRow row) {
        List<String> cells = new ArrayList<>(List.of(
                row.policy(),
                issue(row.action()) + "/" + group(row.action()) + "/" + action(row.action()),
                row.effect(),
                "skip",
                "Because of rule"));
        String[] conditions = new String[GeneratedPlaybook.COLUMNS.size()];
        Arrays.fill(conditions, "");
        row.cells().forEach(cell -> conditions[GeneratedPlaybook.COLUMNS.indexOf(cell.column())] = cell.text());
        cells.addAll(List.of(conditions));
        return cells;
    }

    private static List<List<String>> arbitration() {
        return new Column.Text("plan", 8)
                .values().stream()
                        .flatMap(plan -> IntStream.range(0, 5)
                                .mapToObj(i -> List.of(issue(i), "context", i + "0%", plan, "Suits the plan")))
                        .toList();
    }

    private void table(String name, List<String> header, List<List<String>> rows) throws IOException {
        String text = Stream.concat(Stream.of(header), rows.stream())
                .map(cells -> cells.stream().map(cell -> '"' + cell + '"').collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(folder.resolve(name + ".csv"), text);
    }
}
