package org.filorosso.simulator.review.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.Engine;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.match.DroolsMatcher;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.customers.KnownCustomers;
import org.filorosso.simulator.review.Shop;
import org.filorosso.simulator.run.Question;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Hazard: a shortcut passes over customers for whom a rule mattered, and its price is wrong. */
class PricingTest {

    @TempDir
    Path folder;

    private static PriceList prices(String rule, Pricing.Sample sample, int threads) throws FlawException {
        Playbook playbook = Shop.playbook();
        try (CustomerFile file = Shop.customers(playbook)) {
            return new Pricing(playbook, DroolsMatcher.of(playbook), rule)
                    .over(Shop.base(playbook), Shop.questions(playbook), threads)
                    .prices(file, sample, () -> {}, new Flaws());
        }
    }

    /** What came of all decisions: contacts and priority of first results. */
    private record Total(long contacts, double priority) {

        static Total of(Playbook playbook) throws FlawException {
            Engine engine = Shop.engine(playbook);
            KnownCustomers base = Shop.base(playbook);
            long contacts = 0;
            double priority = 0;
            for (Subject subject : Shop.subjects(playbook)) {
                for (Question question : Shop.questions(playbook)) {
                    List<Decision.Result> results = engine.decide(
                                    subject, question.to(subject, playbook), base.state(subject))
                            .results();
                    contacts += results.isEmpty() ? 0 : 1;
                    priority += results.isEmpty() ? 0 : results.get(0).priority();
                }
            }
            return new Total(contacts, priority);
        }
    }

    /** The oracle takes the line out of the file, loads the rest and decides for everybody. */
    @TestFactory
    List<DynamicTest> everyPriceIsThatOfThePlaybookWithoutTheLine() throws FlawException {
        PriceList list = prices("", Pricing.Sample.ALL, 2);
        Total with = Total.of(Shop.playbook());
        assertThat(list.customers()).isEqualTo(120);
        assertThat(list.contacts()).isEqualTo(with.contacts());
        assertThat(list.priority()).isCloseTo(with.priority(), within(1e-9));
        return list.tags().stream()
                .map(tag -> DynamicTest.dynamicTest(tag.table() + " " + tag.rule(), () -> {
                    Total without = Total.of(without(tag));
                    assertThat(tag.contacts()).isEqualTo(with.contacts() - without.contacts());
                    assertThat(tag.priority()).isCloseTo(with.priority() - without.priority(), within(1e-6));
                }))
                .toList();
    }

    private Playbook without(PriceTag tag) {
        Path copy = folder.resolve(tag.table() + tag.rule());
        return Shop.load(Shop.with(
                        copy,
                        tag.table() + ".csv",
                        text -> Arrays.stream(text.split("\n"))
                                .filter(line -> !line.startsWith(tag.rule() + ","))
                                .collect(Collectors.joining("\n", "", "\n"))))
                .orThrow();
    }

    /** Else the oracle compares nothing with nothing. */
    @Test
    void rulesOfEveryTableMatterHere() throws FlawException {
        assertThat(prices("", Pricing.Sample.ALL, 1).tags())
                .filteredOn(tag -> tag.priority() != 0)
                .extracting(PriceTag::table)
                .contains("engagement", "contact-policy", "arbitration", "coherence", "journeys");
    }

    @Test
    void threadsChangeNothing() throws FlawException {
        assertThat(prices("", Pricing.Sample.ALL, 4)).isEqualTo(prices("", Pricing.Sample.ALL, 1));
    }

    @Test
    void aSampleIsAPartAndTheSameOneForTheSameSeed() throws FlawException {
        PriceList half = prices("E-6", new Pricing.Sample(0.5, 3), 2);

        assertThat(half.customers()).isBetween(40L, 80L);
        assertThat(half.customers() + half.skipped()).isEqualTo(120);
        assertThat(half).isEqualTo(prices("E-6", new Pricing.Sample(0.5, 3), 1));
        assertThat(half.tags()).extracting(PriceTag::rule).containsExactly("E-6");
    }
}
