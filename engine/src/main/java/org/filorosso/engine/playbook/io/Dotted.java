package org.filorosso.engine.playbook.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A value of a YAML tree with its dotted key: {@code arms.1.name}. List items count from 1; an empty list is
 * {@code []}, empty keys are {@code {}}.
 *
 * @param key dotted
 * @param value its text
 * @param place where it stands
 */
record Dotted(String key, String value, Yaml.Place place) {
    private static final String NO_ITEMS = "[]";
    private static final String NO_KEYS = "{}";

    /** All values of a tree, in its order. */
    static List<Dotted> of(Yaml tree) {
        List<Dotted> values = new ArrayList<>();
        if (tree instanceof Yaml.Keys keys) {
            keys.keys().forEach((key, value) -> add(key, value, values));
        } else {
            add("1", tree, values);
        }
        return values;
    }

    private static void add(String key, Yaml tree, List<Dotted> values) {
        if (tree instanceof Yaml.Scalar scalar) {
            values.add(new Dotted(key, scalar.text(), scalar.place()));
        } else if (tree instanceof Yaml.Items items) {
            for (int i = 0; i < items.items().size(); i++) {
                add(key + "." + (i + 1), items.items().get(i), values);
            }
            if (items.items().isEmpty()) {
                values.add(new Dotted(key, NO_ITEMS, items.place()));
            }
        } else if (tree instanceof Yaml.Keys keys) {
            keys.keys().forEach((name, value) -> add(key + "." + name, value, values));
            if (keys.keys().isEmpty()) {
                values.add(new Dotted(key, NO_KEYS, keys.place()));
            }
        }
    }

    /** The tree of these values. A key that is given twice, or has both a value and keys below, is a problem. */
    static Yaml tree(String file, List<Dotted> values, Problems problems) {
        Branch root = new Branch(new Yaml.Place(file, 1, 0, 0), new LinkedHashMap<>());
        for (Dotted value : values) {
            if (!root.put(List.of(value.key.split("\\.", -1)), value)) {
                problems.add(Problem.error(
                                Code.YAML_DUPLICATE_KEY,
                                file,
                                value.place.line(),
                                "the key \"" + value.key + "\" stands twice, or has both a value and keys below it")
                        .at("key", value.key));
            }
        }
        return root.keys();
    }

    /** A mapping or list while it is put together; its leaves are {@link Dotted}. */
    private record Branch(Yaml.Place place, Map<String, Object> below) {
        boolean put(List<String> path, Dotted value) {
            String name = path.get(0);
            if (path.size() == 1) {
                return below.putIfAbsent(name, value) == null;
            }
            Object next = below.computeIfAbsent(name, n -> new Branch(value.place, new LinkedHashMap<>()));
            return next instanceof Branch branch && branch.put(path.subList(1, path.size()), value);
        }

        Yaml tree() {
            List<String> counted = IntStream.rangeClosed(1, below.size())
                    .mapToObj(Integer::toString)
                    .toList();
            return List.copyOf(below.keySet()).equals(counted)
                    ? new Yaml.Items(place, List.copyOf(trees().values()))
                    : keys();
        }

        Yaml keys() {
            return new Yaml.Keys(place, trees());
        }

        private Map<String, Yaml> trees() {
            Map<String, Yaml> trees = new LinkedHashMap<>();
            below.forEach((name, value) ->
                    trees.put(name, value instanceof Branch branch ? branch.tree() : leaf((Dotted) value)));
            return trees;
        }

        private static Yaml leaf(Dotted value) {
            return switch (value.value) {
                case NO_ITEMS -> new Yaml.Items(value.place, List.of());
                case NO_KEYS -> new Yaml.Keys(value.place, Map.of());
                default -> new Yaml.Scalar(value.place, value.value, false);
            };
        }
    }
}
