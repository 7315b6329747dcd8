package org.filorosso.api.drill;

import java.util.ArrayList;
import java.util.List;
import org.filorosso.api.fixture.Client;
import org.filorosso.api.fixture.Client.Answer;
import tools.jackson.databind.JsonNode;

/** What agents do: ask, present, respond, look into the history. */
record Desk(Client client) {

    Answer ask(String request) {
        return client.post("/v1/decisions", request);
    }

    /** Asks, and expects an answer. */
    JsonNode decided(String request) {
        return expected(ask(request));
    }

    /** Records what came of results, all or nothing. */
    Answer respond(String... responses) {
        return client.post("/v1/responses", "{\"responses\":[" + String.join(",", responses) + "]}");
    }

    /** All results of an answer, best first. */
    static List<JsonNode> results(JsonNode answer) {
        List<JsonNode> results = new ArrayList<>();
        for (JsonNode placement : answer.path("placements")) {
            placement.path("results").forEach(results::add);
        }
        return results;
    }

    /** Names of the actions in an answer. */
    static List<String> actions(JsonNode answer) {
        return results(answer).stream()
                .map(result -> result.path("action").asString())
                .toList();
    }

    /**
     * The result for an action.
     *
     * @throws IllegalStateException with the answer if it is not offered
     */
    static JsonNode offer(JsonNode answer, String action) {
        return results(answer).stream()
                .filter(result -> result.path("action").asString().equals(action))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(action + " is not offered: " + answer));
    }

    /** What was answered to a result. */
    static String response(JsonNode result, String outcome, String key) {
        return "{\"responseToken\":\"" + result.path("responseToken").asString() + "\",\"outcome\":\"" + outcome
                + "\",\"key\":\"" + key + "\"}";
    }

    /** Whether the only response of an answer had an effect on caps and budgets. */
    static boolean granted(Answer answer) {
        return expected(answer).path("recorded").path(0).path("granted").asBoolean();
    }

    /** Everything in a subject's history, of one kind. */
    List<JsonNode> history(String subject, String kind) {
        List<JsonNode> items = new ArrayList<>();
        String before = "";
        do {
            JsonNode page = expected(client.get("/v1/subjects/" + subject + "/history?limit=1000" + before));
            page.path("items").forEach(items::add);
            JsonNode next = page.path("next");
            before = next.isNull() || next.isMissingNode() ? "" : "&before=" + encoded(next.asString());
        } while (!before.isEmpty());
        return items.stream()
                .filter(item -> item.path("kind").asString().equals(kind))
                .toList();
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    /**
     * The body of a call that succeeded.
     *
     * @throws IllegalStateException with the problem if it did not
     */
    static JsonNode expected(Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException("answered " + answer.status() + ": " + answer.text());
        }
        return answer.json();
    }
}
