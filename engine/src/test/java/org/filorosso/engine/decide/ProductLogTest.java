package org.filorosso.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.filorosso.engine.history.History;
import org.filorosso.engine.match.DroolsMatcher;
import org.filorosso.engine.playbook.Channel.Placement;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Playbook;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Arbitration finds the priorities and ranks that a commercial product logged: each of its rows becomes an action whose
 * four factors come from attributes. Read beside a log of our own in the same columns.
 */
class ProductLogTest {

    private static final Path REAL = Path.of("../../shared/data/nba-logs/explainability_extract.csv");
    private static final Path OWN = Path.of("src/test/resources/org/filorosso/engine/decide/product-log.csv");

    @TestFactory
    Stream<DynamicTest> samePrioritiesAndRanks() {
        return Stream.of(OWN, REAL)
                .filter(Files::exists)
                .map(file -> dynamicTest(file.getFileName().toString(), () -> compare(file)));
    }

    private static void compare(Path file) throws IOException {
        List<NamedCsvRecord> rows;
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            rows = reader.stream().toList();
        }
        Map<String, Integer> numbers = new LinkedHashMap<>();
        rows.forEach(row -> numbers.putIfAbsent(row.getField("pyName"), numbers.size()));
        Playbook playbook = playbook(rows, numbers);
        Engine engine = new Engine(playbook, DroolsMatcher.of(playbook));
        Map<String, List<NamedCsvRecord>> decisions = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.getField("pxInteractionID"), LinkedHashMap::new, Collectors.toList()));
        decisions.forEach((id, logged) -> compare(engine, numbers, logged));
    }

    private static void compare(Engine engine, Map<String, Integer> numbers, List<NamedCsvRecord> logged) {
        List<NamedCsvRecord> ranked = logged.stream()
                .sorted(Comparator.comparingInt(row -> Integer.parseInt(row.getField("pxRank"))))
                .toList();
        Request request = new Request(
                logged.get(0).getField("pxInteractionID"),
                Instant.parse("2024-06-15T18:21:40Z"),
                "Mobile",
                Direction.INBOUND,
                List.of(new Placement("all", ranked.size())),
                Map.of(),
                null,
                Request.Explain.NONE);
        List<Decision.Result> results =
                engine.decide(subject(numbers, logged), request, State.FRESH).results();
        assertThat(results)
                .extracting(Decision.Result::action)
                .containsExactlyElementsOf(
                        ranked.stream().map(row -> row.getField("pyName")).toList());
        for (int i = 0; i < results.size(); i++) {
            double expected = Double.parseDouble(ranked.get(i).getField("Priority"));
            assertThat(results.get(i).priority()).isCloseTo(expected, within(expected * 1e-12));
        }
    }

    private static Subject subject(Map<String, Integer> numbers, List<NamedCsvRecord> logged) {
        Map<String, Subject.Dated> attributes = new HashMap<>();
        for (NamedCsvRecord row : logged) {
            int number = Objects.requireNonNull(numbers.get(row.getField("pyName")));
            attributes.put("p " + number, value(row, "FinalPropensity"));
            attributes.put("c " + number, value(row, "ContextWeight"));
            attributes.put("v " + number, value(row, "Value"));
            attributes.put("l " + number, value(row, "Weight"));
        }
        return new Subject(
                logged.get(0).getField("pySubjectID"),
                null,
                null,
                attributes,
                Map.of(),
                List.of(),
                java.util.Set.of(),
                History.NONE,
                History.NONE,
                null);
    }

    private static Subject.Dated value(NamedCsvRecord row, String column) {
        return Subject.Dated.of(new BigDecimal(row.getField(column)).stripTrailingZeros());
    }

    private static Playbook playbook(List<NamedCsvRecord> rows, Map<String, Integer> numbers) {
        StringBuilder attributes = new StringBuilder("name,source,type\n");
        StringBuilder actions = new StringBuilder("issue,group,action,value\n");
        StringBuilder weights = new StringBuilder("target,factor,weight\n");
        StringBuilder priors = new StringBuilder("target,prior,strength\n");
        StringBuilder treatments = new StringBuilder("action,channel,headline\n");
        Map<String, String> paths = new HashMap<>();
        rows.forEach(row -> paths.put(
                row.getField("pyName"),
                row.getField("pyIssue") + "/" + row.getField("pyGroup") + "/" + row.getField("pyName")));
        numbers.forEach((name, number) -> {
            for (String letter : List.of("p", "c", "v", "l")) {
                attributes.append("%s %d,customer,number\n".formatted(letter, number));
            }
            String path = String.valueOf(paths.get(name));
            actions.append("%s,v %d\n".formatted(path.replace('/', ','), number));
            weights.append("%s,context,c %d - 1\n%s,lever,l %d - 1\n".formatted(path, number, path, number));
            priors.append("%s,p %d,1\n".formatted(path, number));
            treatments.append("%s,Mobile,Hello\n".formatted(name));
        });
        return GivenPlaybook.small()
                .table("attributes", attributes.toString())
                .table("actions", actions.toString())
                .table("arbitration", weights.toString())
                .table("propensity", priors.toString())
                .table("treatments", treatments.toString())
                .table("channels", "channel,direction\nMobile,inbound\n")
                .load();
    }
}
