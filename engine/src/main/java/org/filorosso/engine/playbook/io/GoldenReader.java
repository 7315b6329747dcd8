package org.filorosso.engine.playbook.io;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/**
 * Reads golden customers and checks every name in them against their playbook.
 *
 * <p>All problems are collected; a customer with an error is left out of the result.
 */
public final class GoldenReader {
    private static final String EXPECT = "expect";
    private static final Set<String> KEYS = Set.of(
            "name",
            "at",
            "customer",
            "consents",
            "lists",
            "preferred channels",
            "context",
            "history",
            "household history",
            "events",
            EXPECT,
            "language",
            "household",
            "arm",
            "variant",
            "rfm",
            "customer value",
            "days in stage",
            "counters",
            "quotes");

    private final GoldenScope scope;
    private final Map<String, String> seen = new HashMap<>();

    private GoldenReader(GoldenScope scope) {
        this.scope = scope;
    }

    /**
     * The golden customers of a playbook, in the order of files and lines.
     *
     * @param tests the texts of {@link Sheets#tests()}
     * @param playbook what they were written for
     * @param problems where everything that is wrong is put
     */
    public static List<GoldenCustomer> read(List<Text> tests, Playbook playbook, Problems problems) {
        GoldenReader reader = new GoldenReader(GoldenScope.of(playbook, problems));
        return tests.stream().flatMap(text -> reader.read(text).stream()).toList();
    }

    /**
     * One customer whose story comes from code, not from a file.
     *
     * @param story as in a file, without {@code expect}
     * @return null when something is wrong, which is among the problems
     */
    public static @Nullable GoldenCustomer story(Yaml story, Playbook playbook, Problems problems) {
        return new GoldenReader(GoldenScope.of(playbook, problems)).customer(story, false);
    }

    /**
     * What is expected by code, not by a file.
     *
     * @param expect mapping as under the key {@code expect}
     */
    public static Expectation expectation(Yaml expect, Playbook playbook, Problems problems) {
        Yaml.Keys customer = new Yaml.Keys(expect.place(), Map.of(EXPECT, expect));
        GoldenScope scope = GoldenScope.of(playbook, problems);
        return new GoldenExpectations(scope).read(YamlFields.of(scope, "", customer, Set.of(EXPECT)));
    }

    private List<GoldenCustomer> read(Text text) {
        Yaml root = Yaml.read(text, scope.problems());
        if (root instanceof Yaml.Items items) {
            return items.items().stream()
                    .map(item -> customer(item, true))
                    .filter(Objects::nonNull)
                    .toList();
        }
        if (!(root instanceof Yaml.Keys keys) || !keys.keys().isEmpty()) {
            String hint = "Maybe begin every golden customer with \"- name: ...\".";
            scope.error(Code.GOLDEN_WRONG_TYPE, root, "name", "should be a list of golden customers", hint);
        }
        return List.of();
    }

    private @Nullable GoldenCustomer customer(Yaml node, boolean expects) {
        int before = scope.problems().errors().size();
        YamlFields fields = YamlFields.of(scope, "", node, KEYS);
        String name = name(fields);
        fields.need("at", "Maybe at: 2026-03-02T10:15.");
        fields.need("customer", "Maybe customer: {id: anna}.");
        fields.need("context", "Maybe context: {channel: email, direction: outbound}.");
        if (expects) {
            fields.need(EXPECT, "Maybe expect: {top: ...}.");
        }
        Instant at = fields.instant("at");
        Subject subject = new GoldenSubjects(scope).read(fields);
        Request request =
                new GoldenRequests(scope).read(fields, subject.id(), Objects.requireNonNullElse(at, Instant.EPOCH));
        State state = new GoldenStates(scope).read(fields, subject, request);
        Expectation expectation = new GoldenExpectations(scope).read(fields);
        boolean whole = scope.problems().errors().size() == before;
        return whole ? new GoldenCustomer(node.file(), node.line(), name, subject, request, state, expectation) : null;
    }

    private String name(YamlFields fields) {
        fields.need("name", "Maybe name: Anna has not activated the app.");
        String name = Objects.requireNonNullElse(fields.text("name"), "");
        OptionalInt hidden = Characters.hidden(name);
        if (hidden.isPresent()) {
            String message = "the name holds " + Characters.describe(hidden.getAsInt());
            fields.error(Code.HIDDEN_CHARACTER, "name", message, "Maybe type it anew.");
        }
        String here = fields.node().file() + ":" + fields.node().line();
        String before = name.isEmpty() ? null : seen.putIfAbsent(name, here);
        if (before != null) {
            String message = "a golden customer of this name stands at " + before + " already";
            fields.error(Code.GOLDEN_DUPLICATE, "name", message, "Maybe say what is different.");
        }
        return name;
    }
}
