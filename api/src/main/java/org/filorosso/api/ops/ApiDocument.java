package org.filorosso.api.ops;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.filorosso.api.security.Role;
import org.filorosso.api.security.Route;
import org.filorosso.api.security.Routes;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The OpenAPI document: the files of the parts in one, and what holds of every operation added to each: who may
 * ({@code x-roles}, from the table of routes), the answers that filters give, the headers. Maps and lists, sorted, so that
 * it is the same text wherever it is made.
 */
public final class ApiDocument {
    private static final List<String> ALWAYS = List.of("400", "404", "405", "406", "429", "500", "503");
    private static final List<String> GUARDED = List.of("401", "403");
    private static final List<String> WITH_BODY = List.of("408", "413", "415", "422");

    private final Map<String, Object> merged = new LinkedHashMap<>();
    private final Routes routes;

    private ApiDocument(Routes routes) {
        this.routes = routes;
    }

    /**
     * The document of all parts.
     *
     * @throws IllegalStateException if two parts describe the same thing
     */
    public static Map<String, Object> merged() {
        ApiDocument document = new ApiDocument(Routes.ALL);
        document.read(parts());
        document.complete();
        return document.merged;
    }

    private static List<Resource> parts() {
        try {
            List<Resource> parts = new ArrayList<>(
                    List.of(new PathMatchingResourcePatternResolver().getResources("classpath*:openapi/*.yaml")));
            // the common one first: it begins the document
            parts.sort((one, other) -> order(one).compareTo(order(other)));
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String order(Resource part) {
        String name = String.valueOf(part.getFilename());
        return name.equals("common.yaml") ? "" : name;
    }

    private void read(List<Resource> parts) {
        merged.put("paths", new TreeMap<String, Object>());
        for (Resource part : parts) {
            try (InputStream text = part.getInputStream()) {
                Object read = new Load(LoadSettings.builder().build()).loadFromInputStream(text);
                add(String.valueOf(part.getFilename()), map(read));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void add(String part, Map<String, Object> text) {
        text.forEach((key, value) -> {
            if (key.equals("paths")) {
                unite(part, map(merged.get("paths")), map(value));
            } else if (key.equals("components")) {
                Map<String, Object> components = map(merged.computeIfAbsent(key, none -> new TreeMap<>()));
                map(value)
                        .forEach((kind, pieces) -> unite(
                                part, map(components.computeIfAbsent(kind, none -> new TreeMap<>())), map(pieces)));
            } else {
                unite(part, merged, Map.of(key, value));
            }
        });
    }

    private static void unite(String part, Map<String, Object> all, Map<String, Object> more) {
        more.forEach((name, piece) -> {
            if (all.putIfAbsent(name, piece) != null) {
                throw new IllegalStateException(
                        "openapi/" + part + " describes " + name + ", which another part does too");
            }
        });
    }

    private void complete() {
        TreeSet<String> tags = new TreeSet<>();
        for (Route route : routes.all()) {
            Object path = map(merged.get("paths")).get(route.path().getPatternString());
            Object operation =
                    path == null ? null : map(path).get(route.method().name().toLowerCase(Locale.ROOT));
            if (operation != null) {
                complete(route, map(operation));
                list(map(operation).get("tags")).forEach(tag -> tags.add(String.valueOf(tag)));
            }
        }
        merged.put("tags", tags.stream().map(tag -> Map.of("name", tag)).toList());
        restrict(merged);
    }

    // the character NUL is refused wherever a text is read, and none is written
    private static void restrict(@Nullable Object piece) {
        if (piece instanceof List<?> list) {
            list.forEach(ApiDocument::restrict);
        } else if (piece instanceof Map<?, ?>) {
            Map<String, Object> schema = map(piece);
            schema.forEach((name, inside) -> {
                if (!name.startsWith("example")) {
                    restrict(inside);
                }
            });
            Object type = schema.get("type");
            boolean text = "string".equals(type) || (type instanceof List<?> types && types.contains("string"));
            if (text && !schema.containsKey("format") && !schema.containsKey("enum") && !schema.containsKey("const")) {
                schema.putIfAbsent("pattern", "^[^\\u0000]*$");
            }
        }
    }

    private static void complete(Route route, Map<String, Object> operation) {
        operation.put("x-roles", route.roles().stream().map(Role::code).toList());
        Map<String, Object> answers = new TreeMap<>(map(operation.get("responses")));
        answers.values().forEach(ApiDocument::addHeaders);
        List<String> refused = new ArrayList<>(ALWAYS);
        if (route.open()) {
            operation.put("security", List.of());
        } else {
            refused.addAll(GUARDED);
        }
        if (operation.containsKey("requestBody")) {
            refused.addAll(WITH_BODY);
        }
        refused.forEach(status -> answers.putIfAbsent(status, Map.of("$ref", "#/components/responses/Problem")));
        operation.put("responses", answers);
    }

    private static void addHeaders(Object answer) {
        Map<String, Object> described = map(answer);
        if (!described.containsKey("$ref")) {
            Map<String, Object> headers = map(described.computeIfAbsent("headers", none -> new TreeMap<>()));
            for (String header : List.of("RateLimit", "Access-Control-Allow-Origin")) {
                headers.putIfAbsent(header, Map.of("$ref", "#/components/headers/" + header));
            }
        }
    }

    @SuppressWarnings("unchecked") // a mapping of YAML, or a list
    private static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    private static List<?> list(@Nullable Object value) {
        return value == null ? List.of() : (List<?>) value;
    }
}
