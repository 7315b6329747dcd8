package org.filorosso.simulator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hazard: a run contacts whom it must not, gives away more than there is, or something else than the engine would. */
class RunCommandTest {
    private static final Path CAMPAIGN = Run.resource("/run/campaign");
    private static final Path SIX = Run.resource("/run/customers.csv");
    private static final String TUESDAY = "--at 2026-03-03T10:00 ";

    @TempDir
    Path folder;

    private record Contact(String id, String channel, String action, double priority, double cost) {
        static Contact of(String line) {
            String[] cells = line.split(",", -1);
            return new Contact(
                    cells[0], cells[1], cells[2], Double.parseDouble(cells[5]), Double.parseDouble(cells[7]));
        }
    }

    private Path out() {
        return folder.resolve("out");
    }

    private List<Contact> contacts(String options, Object customers) throws IOException {
        Run run = Run.of("run " + options + "--customers", customers, "--out", out(), CAMPAIGN);
        assertThat(run.code()).as(run.err()).isZero();
        return read();
    }

    private List<Contact> read() throws IOException {
        return Files.readString(out().resolve("contacts.csv"))
                .lines()
                .skip(1)
                .map(Contact::of)
                .toList();
    }

    private JsonNode manifest() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(out().resolve("manifest.json"), UTF_8));
    }

    private static long count(List<Contact> contacts, Function<Contact, String> by, String what) {
        return contacts.stream().filter(one -> by.apply(one).equals(what)).count();
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    /** Customers who may be contacted on every channel. */
    private Path many(int customers) throws IOException {
        Random random = new Random(7);
        StringBuilder rows = new StringBuilder("id,worth,consents,preferred channels\n");
        List<String> preferred = List.of("", "call", "text|mail", "mail");
        for (int i = 0; i < customers; i++) {
            rows.append("c-")
                    .append(i)
                    .append(',')
                    .append(1 + random.nextInt(90))
                    .append(",marketing|telemarketing,");
            rows.append(preferred.get(random.nextInt(4))).append('\n');
        }
        return Files.writeString(folder.resolve("many.csv"), rows);
    }

    @Test
    void theOutputStaysAsItIs() throws IOException {
        contacts(TUESDAY + "--preference order ", SIX);

        assertThat(Files.readString(out().resolve("contacts.csv"))).isEqualTo(Run.golden("contacts.csv"));
        String manifest = Files.readString(out().resolve("manifest.json"))
                .replaceAll("\"(revision|fingerprint|sha256|command)\" : \"[^\"]*\"", "\"$1\" : \"...\"");
        assertThat(manifest).isEqualTo(Run.golden("manifest.json"));
        assertThat(manifest().path("command").asString())
                .startsWith("filorosso run --at 2026-03-03T10:00")
                .contains("--out")
                .doesNotContain("--threads");
    }

    @Test
    void capacitiesCapsAndBudgetsAreUsedUpAndNeverExceeded() throws IOException {
        List<Contact> contacts = contacts(TUESDAY + "--preference ignore ", many(300));

        assertThat(count(contacts, Contact::channel, "call")).isLessThanOrEqualTo(10);
        assertThat(count(contacts, Contact::channel, "mail")).isLessThanOrEqualTo(40);
        assertThat(count(contacts, Contact::channel, "text")).isLessThanOrEqualTo(20);
        assertThat(count(contacts, Contact::action, "gold")).isEqualTo(7);
        assertThat(count(contacts, Contact::action, "silver"))
                .as("60 euro at 2")
                .isEqualTo(30);
        double least = contacts.stream()
                .filter(one -> !one.action().equals("invite"))
                .mapToDouble(Contact::priority)
                .min()
                .orElseThrow();
        assertThat(least).as("the most worthy are served").isGreaterThan(70);
        assertThat(manifest().path("totals").path("share").asDouble()).isGreaterThan(0.99);
    }

    @Test
    void aCapacityGoesToWhomItIsWorthMost() throws IOException {
        Path customers = many(300);
        List<Integer> worth = Files.readAllLines(customers).stream()
                .skip(1)
                .map(line -> Integer.valueOf(line.split(",", -1)[1]))
                .sorted(Comparator.reverseOrder())
                .toList();

        List<Contact> calls = contacts(TUESDAY + "--channel call ", customers);

        assertThat(calls).hasSize(10);
        double gold = 7 * 20;
        assertThat(calls.stream().mapToDouble(Contact::priority).sum())
                .isEqualTo(gold
                        + worth.stream().limit(10).mapToInt(Integer::intValue).sum());
    }

    @Test
    void aBudgetOfOneChannelIsSpentToTheCentAndNotBeyond() throws IOException {
        assertThat(contacts(TUESDAY + "--channel text --preference ignore ", many(300)))
                .as("1.00 euro at 0.05")
                .hasSize(20);
        assertThat(manifest().path("limits").get(4).path("used").decimalValue()).isEqualByComparingTo("1");
    }

    @Test
    void whatTheHistoryHasUsedUpIsGone() throws IOException {
        Path history = file(
                "history.csv",
                "id,at,action,outcome,channel",
                "z-1,2026-03-03T09:30,silver,sent,call",
                "z-2,2026-03-03T09:40,silver,sent,text",
                "z-3,2026-03-01T09:40,gold,accepted,desk",
                "z-4,2026-03-03T09:45,gold,accepted,desk");

        Path customers = many(300);
        List<Contact> calls = contacts(TUESDAY + "--channel call --history " + history + " ", customers);
        Files.delete(out().resolve("manifest.json"));
        List<Contact> texts = contacts(TUESDAY + "--channel text --history " + history + " ", customers);

        assertThat(calls).as("one was made today").hasSize(9);
        assertThat(texts).as("one was sent today").hasSize(19);
        assertThat(count(calls, Contact::action, "gold"))
                .as("one was taken today")
                .isEqualTo(6);
    }

    @Test
    void nobodyIsCalledInQuietHours() throws IOException {
        List<Contact> contacts = contacts("--at 2026-03-03T21:00 ", SIX);

        assertThat(contacts).isNotEmpty().noneMatch(one -> one.channel().equals("call"));
        assertThat(manifest().path("channels").get(0).path("closed").asString()).isEqualTo("quiet hours");
    }

    @Test
    void withoutConsentThereIsOnlyService() throws IOException {
        Map<String, Contact> contacts = contacts(TUESDAY + "--preference ignore ", SIX).stream()
                .collect(Collectors.toMap(Contact::id, Function.identity()));

        assertThat(contacts.get("dan").action()).as("no consent at all").isEqualTo("invite");
        assertThat(contacts.get("eve").channel()).as("consent to calls only").isEqualTo("call");
        assertThat(contacts.get("fay").action())
                .as("nothing known of his worth")
                .isEqualTo("invite");
    }

    @Test
    void thePreferredChannelGoesFirstUnlessItIsFull() throws IOException {
        Path customers = many(300);
        Map<String, String> preferred = Files.readAllLines(customers).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells[3]));

        List<Contact> contacts = contacts(TUESDAY + "--preference order ", customers);

        assertThat(count(contacts, Contact::channel, "call")).isEqualTo(10);
        assertThat(contacts.stream().filter(one -> one.channel().equals("mail")))
                .as("texts are within their budget, so that nobody is moved from text to mail for nothing")
                .filteredOn(one -> preferred.get(one.id()).startsWith("text"))
                .hasSizeLessThan(40);
        assertThat(count(contacts, Contact::channel, "text")).isPositive();
    }

    @Test
    void onlyMeansNoOtherChannelForWhoNamesSome() throws IOException {
        Map<String, String> contacts = contacts(TUESDAY + "--preference only ", SIX).stream()
                .collect(Collectors.toMap(Contact::id, Contact::channel));

        assertThat(contacts).containsEntry("ada", "call").containsEntry("eve", "mail");
        assertThat(contacts.get("cleo")).as("names none").isNotNull();
        assertThat(contacts.get("ben")).isIn("text", "mail");
    }

    @Test
    void onlyTheChannelsAskedForAreUsed() throws IOException {
        List<Contact> contacts = contacts(TUESDAY + "--channel text --channel call --preference ignore ", SIX);

        assertThat(contacts)
                .isNotEmpty()
                .allMatch(one -> List.of("text", "call").contains(one.channel()));
    }

    @Test
    void aHouseholdLimitHoldsWithinTheRun() throws IOException {
        Path customers = file(
                "family.csv",
                "id,worth,household,consents",
                "a,50,h,marketing",
                "b,60,h,marketing",
                "c,70,h,marketing",
                "d,40,,marketing");

        Map<String, String> contacts =
                contacts(TUESDAY, customers).stream().collect(Collectors.toMap(Contact::id, Contact::action));

        assertThat(Stream.of("a", "b", "c").map(contacts::get).filter(List.of("gold", "silver")::contains))
                .hasSize(1);
        assertThat(contacts.get("d")).isEqualTo("gold");
        assertThat(manifest().path("counts").path("householdAgain").asLong()).isEqualTo(2);
    }

    @Test
    void theContactPolicyHolds() throws IOException {
        Path history = file("history.csv", "id,at,action,outcome,channel", "ada,2026-02-27T10:00,silver,sent,call");

        List<Contact> contacts = contacts(TUESDAY + "--channel call --history " + history + " ", SIX);

        assertThat(contacts).extracting(Contact::id).containsExactly("cleo", "eve");
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBytes() throws IOException {
        Path customers = many(3_000);
        contacts(TUESDAY + "--threads 1 ", customers);
        String alone = Files.readString(out().resolve("contacts.csv"));
        String manifest = Files.readString(out().resolve("manifest.json"));
        Files.delete(out().resolve("contacts.csv"));
        Files.delete(out().resolve("manifest.json"));

        contacts(TUESDAY + "--threads 5 ", customers);

        assertThat(Files.readString(out().resolve("contacts.csv"))).isEqualTo(alone);
        assertThat(Files.readString(out().resolve("manifest.json"))).isEqualTo(manifest);
        try (Stream<Path> left = Files.list(out())) {
            assertThat(left).as("nothing unfinished is left").hasSize(2);
        }
    }

    @Test
    void aFinishedRunIsNotDoneTwice() throws IOException {
        contacts(TUESDAY, SIX);

        Run again = Run.of("run " + TUESDAY + "--customers", SIX, "--out", out(), CAMPAIGN);
        Run other = Run.of("run --at 2026-03-04T10:00 --customers", SIX, "--out", out(), CAMPAIGN);

        assertThat(again.code()).isZero();
        assertThat(again.err()).contains("is finished");
        assertThat(other.code()).isEqualTo(4);
        assertThat(other.err()).contains("the folder holds another run").contains("Maybe another --out");
    }

    @Test
    void badRowsAreNamedAndTheRestIsServed() throws IOException {
        Path customers = file(
                "bad.csv",
                "id,worth,consents",
                "a,50,marketing",
                "b,much,marketing",
                "a,60,marketing",
                "c,5,marketing");

        Run run = Run.of("run " + TUESDAY + "--customers", customers, "--out", out(), CAMPAIGN);
        Run again = Run.of("run " + TUESDAY + "--customers", customers, "--out", out(), CAMPAIGN);

        assertThat(run.code()).isEqualTo(4);
        assertThat(again.code()).as("a finished run keeps its exit code").isEqualTo(4);
        assertThat(run.err())
                .contains("bad.csv:3: column \"worth\": \"much\"")
                .contains("bad.csv:4: column \"id\": \"a\": stands in an earlier row, too")
                .contains("2 bad rows skipped");
        assertThat(read()).extracting(Contact::id).containsExactly("a", "c");
        assertThat(manifest().path("counts").path("badRows").asLong()).isEqualTo(2);
    }

    @TestFactory
    Stream<DynamicTest> wrongInputsAreRefused() {
        Map<String, Integer> codes = Map.of(
                "--customers none.csv",
                4,
                "--customers " + SIX + " --history none.csv",
                4,
                "--customers " + SIX + " --channel desk",
                2,
                "--customers " + SIX + " --channel mial",
                2,
                "--customers " + SIX + " --preference often",
                2,
                "--customers " + SIX + " --threads 0",
                2,
                "--customers " + SIX + " --at yesterday",
                2,
                TUESDAY,
                2);
        return codes.entrySet().stream()
                .map(wrong -> DynamicTest.dynamicTest(wrong.getKey(), () -> {
                    Run run = Run.of("run " + wrong.getKey().strip(), "--out", out(), CAMPAIGN);
                    assertThat(run.code()).as(run.err()).isEqualTo(wrong.getValue());
                    assertThat(run.err()).isNotBlank().doesNotContain("Internal fault");
                    assertThat(out().resolve("contacts.csv")).doesNotExist();
                }));
    }

    @Test
    void aMistypedChannelIsGuessed() {
        Run run = Run.of("run --channel mial --customers", SIX, "--out", out(), CAMPAIGN);

        assertThat(run.err()).contains("\"mial\" is no channel of campaign").contains("mail");
    }
}
