package org.filorosso.api.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.filorosso.api.fixture.Client;
import org.filorosso.api.fixture.Client.Answer;
import org.filorosso.api.fixture.Contract;
import org.filorosso.api.fixture.RunningService;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.security.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hazard: a body nobody thought of fells the service or draws an answer that the document does not know. Bodies are made
 * of the document and then spoilt, the same at every run; {@code -Dfuzz.bodies=10000} makes more of them.
 */
class FuzzTest {
    private static final int BODIES = Integer.getInteger("fuzz.bodies", 150);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String[] TEXTS = {
        "",
        " ",
        "x",
        "telco",
        "c-1001",
        "\u0000",
        "\ud800",
        "CUST\u202e10\u200b",
        "\u0421UST-1",
        "a".repeat(70),
        "é".repeat(300),
        "c\r\n2026-01-01 ERROR admin logged in",
        "${jndi:ldap://127.0.0.1:9/x}",
        "=cmd|' /C calc'!A0",
        "<img src=x onerror=alert(1)>",
        "..%2f..%2factuator",
        "' or 1=1 --",
        "NaN",
        "1e400",
        "-1",
        "2026-11-22",
        "2026-11-22T10:00:00Z",
        "+999999999-12-31T23:59:59Z",
        "0000-01-01T00:00:00Z",
        "now()",
        "null",
        "{}",
        "T(java.lang.Runtime)"
    };
    private static final String[] LITERALS = {
        "0",
        "-0.0",
        "-1",
        "1e400",
        "1e-400",
        "1e999999999",
        "9".repeat(59),
        "9".repeat(300),
        "2147483648",
        "9223372036854775808",
        "0.1",
        "true",
        "null",
        "[]",
        "{}",
        "\"\"",
        "NaN",
        "Infinity",
        "[[[[]]]]",
        "{\"@class\":\"javax.script.ScriptEngineManager\"}",
        "\"\\ud800\"",
        "\"\\u0000\""
    };

    @ParameterizedTest
    @EnumSource
    void findsNoBodyThatFellsTheService(TestDatabase database) {
        List<String> faults = new ArrayList<>();
        try (RunningService service = RunningService.started(database)) {
            for (Contract.Operation operation : Contract.SERVED.operations()) {
                operation.described().at("/requestBody/content").properties().forEach(content -> {
                    if (content.getKey().endsWith("json")) {
                        fuzz(service, operation, content.getKey(), content.getValue(), faults);
                    }
                });
            }
        }
        assertThat(faults).isEmpty();
    }

    private static void fuzz(
            RunningService service, Contract.Operation operation, String type, JsonNode content, List<String> faults) {
        Random random = new Random(operation.pointer().hashCode());
        Client client = service.as(
                Role.valueOf(operation.described().at("/x-roles/0").asString().toUpperCase(Locale.ROOT)));
        String path = ExamplesTest.Requests.address(operation);
        for (int i = 0; i < BODIES; i++) {
            String body = body(content, random);
            try {
                Answer answer =
                        client.send(operation.method(), path, type, BodyPublishers.ofByteArray(bytes(body, random)));
                if (answer.status() >= 500) {
                    faults.add(operation.method() + " " + path + " " + answer.status() + " for " + body);
                }
            } catch (AssertionError e) {
                faults.add(e.getMessage() + " for " + body);
            }
            if (faults.size() > 20) {
                return;
            }
        }
    }

    private static byte[] bytes(String body, Random random) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(20) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static String body(JsonNode content, Random random) {
        JsonNode example = content.path("example");
        JsonNode made = random.nextInt(3) > 0 && !example.isMissingNode() && !example.isString()
                ? example.deepCopy()
                : value(content.path("schema"), random, 0);
        for (int i = random.nextInt(3); i > 0; i--) {
            spoil(made, random, content.path("schema"));
        }
        String text = made.toString();
        int cut = text.isEmpty() ? 0 : random.nextInt(text.length());
        return switch (random.nextInt(12)) {
            case 0 -> text.substring(0, cut);
            case 1 -> text.substring(0, cut) + LITERALS[random.nextInt(LITERALS.length)] + text.substring(cut);
            case 2 -> text.replaceFirst("\\d+", LITERALS[random.nextInt(LITERALS.length)]);
            case 3 ->
                text.replaceFirst(
                        "\"[^\"]*\"(?=[,}])", LITERALS[random.nextInt(LITERALS.length)].replace("\\", "\\\\"));
            case 4 -> text.startsWith("{") && text.length() > 2 ? text.replaceFirst("\\{", "{" + twice(text)) : text;
            default -> text;
        };
    }

    private static String twice(String text) {
        int end = text.indexOf(':');
        return end < 0 ? "" : java.util.regex.Matcher.quoteReplacement(text.substring(1, end) + ":1,");
    }

    private static void spoil(JsonNode node, Random random, JsonNode schema) {
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>(object.propertyNames());
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(5)) {
                case 0 -> object.remove(name);
                case 1 -> object.put(TEXTS[random.nextInt(TEXTS.length)], 1);
                case 2 -> object.put(name, TEXTS[random.nextInt(TEXTS.length)]);
                case 3 -> object.set(name, value(schema, random, 2));
                default -> spoil(object.get(name), random, schema);
            }
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            int index = random.nextInt(array.size());
            switch (random.nextInt(4)) {
                case 0 -> array.add(array.get(index).deepCopy());
                case 1 -> array.set(index, TEXTS[random.nextInt(TEXTS.length)]);
                case 2 -> array.remove(index);
                default -> spoil(array.get(index), random, schema);
            }
        }
    }

    private static JsonNode value(JsonNode given, Random random, int depth) {
        JsonNode schema = Contract.SERVED.resolved(given);
        for (String choice : List.of("anyOf", "oneOf", "allOf", "enum")) {
            if (schema.has(choice) && !schema.get(choice).isEmpty()) {
                JsonNode one =
                        schema.get(choice).get(random.nextInt(schema.get(choice).size()));
                return choice.equals("enum") ? one : value(one, random, depth + 1);
            }
        }
        JsonNode types = schema.path("type");
        String type = types.isArray()
                ? types.get(random.nextInt(types.size())).asString()
                : types.asString(random.nextBoolean() ? "string" : "object");
        return switch (type) {
            case "object" -> object(schema, random, depth);
            case "array" -> array(schema, random, depth);
            case "integer" -> JSON.valueToTree(random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(100));
            case "number" ->
                JSON.valueToTree(random.nextInt(4) == 0 ? random.nextDouble() * 1e30 : random.nextInt(100));
            case "boolean" -> JSON.valueToTree(random.nextBoolean());
            case "null" -> JSON.nullNode();
            default ->
                JSON.valueToTree(
                        schema.has("example") ? schema.get("example").asString() : TEXTS[random.nextInt(TEXTS.length)]);
        };
    }

    private static JsonNode object(JsonNode schema, Random random, int depth) {
        ObjectNode made = JSON.createObjectNode();
        schema.path("properties").properties().forEach(property -> {
            if (depth < 6 && random.nextInt(4) > 0) {
                made.set(property.getKey(), value(property.getValue(), random, depth + 1));
            }
        });
        if (schema.path("additionalProperties").isObject() && depth < 6) {
            made.set(TEXTS[random.nextInt(TEXTS.length)], value(schema.get("additionalProperties"), random, depth + 1));
        }
        return made;
    }

    private static JsonNode array(JsonNode schema, Random random, int depth) {
        ArrayNode made = JSON.createArrayNode();
        for (int i = depth < 6 ? random.nextInt(4) : 0; i > 0; i--) {
            made.add(value(schema.path("items"), random, depth + 1));
        }
        return made;
    }
}
