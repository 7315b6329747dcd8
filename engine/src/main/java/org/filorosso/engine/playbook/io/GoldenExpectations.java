package org.filorosso.engine.playbook.io;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.filorosso.engine.decide.StageCode;
import org.filorosso.engine.playbook.LifecycleRow;
import org.filorosso.engine.playbook.io.Expectation.Drop;
import org.filorosso.engine.playbook.io.Expectation.Offers;
import org.filorosso.engine.playbook.io.Expectation.Verdict;
import org.jspecify.annotations.Nullable;

/** Reads how the decision for a golden customer must end. */
final class GoldenExpectations {
    private static final Set<String> KEYS =
            Set.of("stage", "top", "results", "includes", "excludes", "dropped", "prices", "no action", "arm");
    private static final String NO_ACTION = "no action";
    private static final String EXCLUDES = "excludes";

    private final GoldenScope scope;

    GoldenExpectations(GoldenScope scope) {
        this.scope = scope;
    }

    Expectation read(YamlFields customer) {
        YamlFields expect = customer.fields("expect", KEYS);
        if (expect == null) {
            return Expectation.NOTHING;
        }
        Expectation expectation = new Expectation(
                expect.name("stage", "stage", stages()),
                expect.name("arm", "arm", GoldenStates.arms(scope.playbook())),
                expect.yesNo(NO_ACTION),
                offers(expect),
                dropped(expect),
                prices(expect));
        if (expectation.isEmpty() && expect.names().isEmpty()) {
            customer.error(Code.GOLDEN_EXPECTS_NOTHING, "expect", "nothing is expected", "Maybe {top: ...}.");
        }
        checkSense(expect, expectation);
        return expectation;
    }

    private List<String> stages() {
        List<LifecycleRow> rows = scope.playbook().tables().lifecycle();
        return rows.isEmpty()
                ? List.of("any")
                : rows.stream().map(LifecycleRow::stage).distinct().toList();
    }

    private Offers offers(YamlFields expect) {
        List<String> results = expect.names("results", "action", scope.actions());
        return new Offers(
                expect.name("top", "action", scope.actions()),
                expect.find("results") instanceof Yaml.Items ? results : null,
                expect.names("includes", "action", scope.actions()),
                expect.names(EXCLUDES, "action", scope.actions()));
    }

    private Map<String, Drop> dropped(YamlFields expect) {
        YamlFields stated = expect.free("dropped");
        Map<String, Drop> dropped = new LinkedHashMap<>();
        if (stated != null) {
            for (String action : stated.names()) {
                if (scope.actions().contains(action)) {
                    dropped.put(action, drop(stated, action));
                } else {
                    scope.unknown(stated.place(action), stated.at(action), "action", action, scope.actions());
                }
            }
        }
        return dropped;
    }

    private Drop drop(YamlFields stated, String action) {
        YamlFields drop = stated.fields(action, Set.of("stage", "rule", "verdict"));
        if (drop == null) {
            return Drop.ANY;
        }
        List<String> codes = Stream.of(StageCode.values()).map(StageCode::code).toList();
        String code = drop.name("stage", "stage of a decision", codes);
        String verdict = drop.name("verdict", "verdict", List.of("false", "unknown"));
        return new Drop(
                code == null ? null : StageCode.values()[codes.indexOf(code)],
                drop.text("rule"),
                verdict == null ? null : Verdict.valueOf(verdict.toUpperCase(Locale.ROOT)));
    }

    private Map<String, BigDecimal> prices(YamlFields expect) {
        YamlFields stated = expect.free("prices");
        Map<String, BigDecimal> prices = new LinkedHashMap<>();
        if (stated != null) {
            for (String action : stated.names()) {
                BigDecimal price = stated.number(action);
                if (!scope.actions().contains(action)) {
                    scope.unknown(stated.place(action), stated.at(action), "action", action, scope.actions());
                } else if (price != null) {
                    prices.put(action, price);
                }
            }
        }
        return prices;
    }

    private static void checkSense(YamlFields expect, Expectation expectation) {
        Offers offers = expectation.offers();
        List<String> wanted = wanted(expectation);
        if (Boolean.TRUE.equals(expectation.noAction()) && !wanted.isEmpty()) {
            String message = "an answer cannot be empty and hold \"" + wanted.get(0) + "\"";
            expect.error(Code.GOLDEN_CONTRADICTION, NO_ACTION, message, "Maybe drop one of the two.");
        }
        offers.excludes().stream().filter(wanted::contains).findFirst().ifPresent(action -> {
            String message = "\"" + action + "\" cannot be in the answer and not in it";
            expect.error(Code.GOLDEN_CONTRADICTION, EXCLUDES, message, "Maybe drop one of the two.");
        });
        expectation.dropped().keySet().stream()
                .filter(wanted::contains)
                .findFirst()
                .ifPresent(action -> {
                    String message = "\"" + action + "\" cannot be in the answer and dropped";
                    expect.error(Code.GOLDEN_CONTRADICTION, "dropped", message, "Maybe drop one of the two.");
                });
    }

    /** Every action that must be in the answer. */
    private static List<String> wanted(Expectation expectation) {
        Offers offers = expectation.offers();
        @Nullable List<String> results = offers.results();
        Stream<String> top = Stream.ofNullable(offers.top());
        Stream<String> listed = Objects.requireNonNullElse(results, List.<String>of()).stream();
        return Stream.of(top, listed, offers.includes().stream(), expectation.prices().keySet().stream())
                .flatMap(names -> names)
                .distinct()
                .toList();
    }
}
