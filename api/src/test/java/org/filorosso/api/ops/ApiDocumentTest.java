package org.filorosso.api.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.filorosso.api.fixture.Client.Answer;
import org.filorosso.api.fixture.Contract;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.security.Routes;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Hazard: the document says one thing and the service does another, or says nothing of an operation. */
class ApiDocumentTest {
    private static final Path KEPT = Path.of("..", "docs", "openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    // controllers name variables as they like, and some bound them
    private static String plain(Object method, String path) {
        return method + " " + path.replaceAll("\\{[^{}]*(\\{[^{}]*}[^{}]*)*}", "{}");
    }

    private static TreeSet<String> described() {
        TreeSet<String> names = new TreeSet<>();
        Contract.SERVED
                .operations()
                .forEach(operation ->
                        names.add(plain(operation.method(), operation.path().getPatternString())));
        return names;
    }

    private static TreeSet<String> mapped() {
        TreeSet<String> names = new TreeSet<>();
        TestDatabase.H2
                .service()
                .bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> mapping.getPatternValues()
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> names.add(plain(verb, path)))));
        return names;
    }

    @Test
    void describesWhatControllersTakeAndTheTableOfRoutesKnows() {
        TreeSet<String> known = new TreeSet<>();
        Routes.ALL
                .all()
                .forEach(route -> known.add(plain(route.method(), route.path().getPatternString())));
        assertThat(mapped()).as("controllers and the table of routes").isEqualTo(known);
        assertThat(described()).as("the document and the table of routes").isEqualTo(known);
    }

    @Test
    void isKeptAsItIsServed() throws IOException {
        Answer served = TestDatabase.H2.service().with("nobody").get("/v3/api-docs");
        assertThat(served.status()).isEqualTo(200);
        String text = JSON.writeValueAsString(served.json()) + "\n";
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(KEPT, text);
        }
        assertThat(Files.readString(KEPT))
                .as("docs/openapi.json; -Dopenapi.write=true writes it anew")
                .isEqualTo(text);
    }

    @Test
    void hasAnExampleForEveryBodyThatFitsItsSchema() {
        List<String> faults = new ArrayList<>();
        for (Contract.Operation operation : Contract.SERVED.operations()) {
            look(operation.pointer() + "/requestBody", faults);
            operation.described().get("responses").properties().forEach(answer -> {
                if (!answer.getValue().has("$ref")) {
                    look(operation.pointer() + "/responses/" + answer.getKey(), faults);
                }
            });
        }
        assertThat(faults).isEmpty();
    }

    private static void look(String pointer, List<String> faults) {
        for (var content :
                Contract.SERVED.document().at(pointer).path("content").properties()) {
            String at = pointer + "/content/" + content.getKey().replace("/", "~1");
            JsonNode example = content.getValue().get("example");
            if (example == null && !binary(content.getKey())) {
                faults.add(at + " has no example");
            } else if (example != null && content.getKey().endsWith("/json")) {
                Contract.SERVED
                        .faults(at + "/schema", example.toString())
                        .forEach(fault -> faults.add(at + ": " + fault));
            }
        }
    }

    private static boolean binary(String type) {
        return type.equals("application/zip") || type.endsWith("spreadsheetml.sheet");
    }
}
