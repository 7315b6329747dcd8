package org.filorosso.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hazard: a table of customers is read wrongly and still makes a confident forecast. */
class ClvCommandTest {

    @TempDir
    private Path folder;

    /** Two hundred customers who buy now and then, a quarter leaving at each purchase. */
    private Path transactions() throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        StringBuilder text = new StringBuilder("id,date,amount\n");
        for (int i = 0; i < 200; i++) {
            LocalDate day = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(60));
            double every = 10 + 60 * random.nextDouble();
            while (day.isBefore(LocalDate.of(2026, 1, 1))) {
                text.append("c").append(i).append(',').append(day).append(',');
                text.append(10 + random.nextInt(40)).append('\n');
                day = day.plusDays(1 + (long) (-every * Math.log1p(-random.nextDouble())));
                day = random.nextInt(4) == 0 ? day.plusYears(1) : day;
            }
        }
        return Files.writeString(folder.resolve("t.csv"), text);
    }

    @Test
    void programsGetTheNamesOfTheContractAndAFileOfCustomers() throws IOException {
        Path out = folder.resolve("customers.csv");

        Run run = Run.of("clv --format json --at 2026-01-01 --transactions", transactions(), "--out", out);
        JsonNode models = JsonMapper.builder().build().readTree(run.out());

        assertThat(run.code()).isZero();
        assertThat(models.get("bgNbd").propertyNames()).contains("r", "alpha", "a", "b", "logLikelihood");
        assertThat(models.get("gammaGamma").propertyNames()).contains("p", "q", "v");
        assertThat(models.get("customers").asInt()).isEqualTo(200);
        assertThat(Files.readAllLines(out))
                .hasSize(201)
                .first()
                .isEqualTo("id,pAlive,expectedPurchases,expectedValue,clv");
        assertThat(Run.of("clv --at 2026-01-01 --transactions", transactions()).out())
                .startsWith("200 customers are expected to buy ")
                .contains("within 39 weeks, worth ");
    }

    @Test
    void transactionsAndOneRowACustomerSayTheSame() throws IOException {
        Path data = folder.resolve("c.csv");
        StringBuilder text = new StringBuilder("id,frequency,recency,age,value\n");
        org.filorosso.simulator.clv.Purchases purchases;
        try {
            purchases = org.filorosso.simulator.clv.Purchases.read(
                    org.filorosso.simulator.customers.DataFile.of(transactions()),
                    new org.filorosso.simulator.clv.Purchases.Layout("id", "date", "amount"),
                    LocalDate.of(2026, 1, 1),
                    new org.filorosso.simulator.customers.Flaws());
        } catch (org.filorosso.simulator.customers.FlawException e) {
            throw new IOException(e);
        }
        purchases
                .buyers(7)
                .forEach(one -> text.append(one.id() + "," + one.repeats() + "," + one.recency() + "," + one.age() + ","
                        + one.value() + "\n"));
        Files.writeString(data, text);

        assertThat(Run.of("clv --format csv --value value --data", data).out())
                .isEqualTo(Run.of("clv --format csv --at 2026-01-01 --transactions", transactions())
                        .out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id,frequency,recency,age;a,1,50,39;|is not between 0 and the age",
                "id,frequency,recency,age;a,1.5,5,39;|is no number of repeat purchases",
                "id,frequency,recency,age;a,0,5,39;|but no repeats",
                "id,frequency,recensy,age;a,0,5,39;|Maybe \"recensy\"",
                "id,frequency,recency,age;a,1,5,39;b,0,0,39;|fewer than 10: no model can be fitted"
            })
    void whatIsNoCustomerIsTold(String text, String message) throws IOException {
        Path data = Files.writeString(folder.resolve("c.csv"), text.replace(';', '\n'));

        Run run = Run.of("clv --data", data);

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--unit wek|Maybe \"week\"?",
                "--horizon 0|is not above 0",
                "--discount -1|is no share",
                "--at soon|is no date"
            })
    void wrongUsageIsTold(String options, String message) throws IOException {
        Run run = Run.of("clv " + options + " --transactions", transactions());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }
}
