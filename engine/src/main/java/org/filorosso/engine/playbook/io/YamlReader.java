package org.filorosso.engine.playbook.io;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML from the parser's events, so that nothing is ever constructed, no alias is ever followed and depth is
 * bounded before anything recurses.
 */
final class YamlReader {
    private static final int DEEPEST = 20;
    private static final String QUOTES = "Maybe a text that holds a colon, a hash or a bracket lacks its quotes.";

    private final String file;
    private final String text;
    private final Problems problems;
    private final boolean oneUnitEach;
    private int depth;

    YamlReader(String file, String text, Problems problems) {
        this.file = file;
        this.text = text;
        this.problems = problems;
        this.oneUnitEach = text.codePointCount(0, text.length()) == text.length();
    }

    Yaml read() {
        Yaml nothing = Yaml.nothing(file);
        try {
            Yaml tree = document();
            return tree == null || isNothing(tree) ? nothing : tree;
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            problems.add(Problem.error(Code.YAML_SYNTAX, file, line, "is not YAML: " + e.getProblem())
                    .maybe(QUOTES));
        } catch (YamlEngineException e) {
            problems.add(Problem.error(Code.YAML_SYNTAX, file, 0, "is not YAML: " + e.getMessage())
                    .maybe(QUOTES));
        } catch (Refused e) {
            problems.add(e.problem);
        }
        return nothing;
    }

    private @Nullable Yaml document() throws Refused {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(Limits.MOST_BYTES + 1)
                .build();
        Iterator<Event> events = new Parse(settings).parseString(text).iterator();
        Yaml tree = null;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof NodeEvent node) {
                if (tree != null) {
                    throw refused(Code.YAML_FEATURE, event, "holds several documents", "Maybe leave out the line ---.");
                }
                tree = node(node, events);
            }
        }
        return tree;
    }

    private Yaml node(NodeEvent event, Iterator<Event> events) throws Refused {
        checkPlain(event);
        if (event instanceof ScalarEvent scalar) {
            return new Yaml.Scalar(place(event), scalar.getValue(), !scalar.isPlain());
        }
        if (++depth > DEEPEST) {
            throw refused(Code.YAML_SYNTAX, event, "is nested deeper than " + DEEPEST, null);
        }
        Yaml tree = event.getEventId() == Event.ID.SequenceStart ? items(event, events) : keys(event, events);
        depth--;
        return tree;
    }

    private Yaml items(NodeEvent start, Iterator<Event> events) throws Refused {
        List<Yaml> items = new ArrayList<>();
        for (Event next = events.next(); next instanceof NodeEvent node; next = events.next()) {
            items.add(node(node, events));
        }
        return new Yaml.Items(place(start), items);
    }

    private Yaml keys(NodeEvent start, Iterator<Event> events) throws Refused {
        Map<String, Yaml> keys = new LinkedHashMap<>();
        for (Event next = events.next(); next instanceof NodeEvent node; next = events.next()) {
            checkPlain(node);
            if (!(node instanceof ScalarEvent key)) {
                throw refused(Code.YAML_FEATURE, node, "a key must be a single name", QUOTES);
            }
            Yaml value = at(place(key), node((NodeEvent) events.next(), events));
            if (keys.putIfAbsent(key.getValue(), value) != null) {
                problems.add(problem(Code.YAML_DUPLICATE_KEY, key, "the key \"" + key.getValue() + "\" stands twice"));
            }
        }
        return new Yaml.Keys(place(start), keys);
    }

    // a value is reported on the line of its key
    private static Yaml at(Yaml.Place key, Yaml value) {
        Yaml.Place own = value.place();
        Yaml.Place place = new Yaml.Place(own.file(), key.line(), own.from(), own.to());
        if (value instanceof Yaml.Scalar scalar) {
            return new Yaml.Scalar(place, scalar.text(), scalar.quoted());
        }
        return value instanceof Yaml.Items items
                ? new Yaml.Items(place, items.items())
                : new Yaml.Keys(place, ((Yaml.Keys) value).keys());
    }

    private void checkPlain(NodeEvent event) throws Refused {
        Optional<String> tag = Optional.empty();
        if (event instanceof ScalarEvent scalar) {
            tag = scalar.getTag();
        } else if (event instanceof CollectionStartEvent start) {
            tag = start.getTag();
        }
        if (event.getEventId() == Event.ID.Alias || event.getAnchor().isPresent() || tag.isPresent()) {
            throw refused(
                    Code.YAML_FEATURE,
                    event,
                    "anchors (&), aliases (*) and tags (!) are not read",
                    "Maybe put the text in quotes, or write it out.");
        }
    }

    private static boolean isNothing(Yaml tree) {
        return tree instanceof Yaml.Scalar scalar
                && !scalar.quoted()
                && scalar.text().isEmpty();
    }

    private Yaml.Place place(Event event) {
        int from = event.getStartMark().map(this::position).orElse(0);
        int to = event.getEndMark().map(this::position).orElse(from);
        return new Yaml.Place(file, line(event), from, to);
    }

    private int position(Mark mark) {
        return oneUnitEach ? mark.getIndex() : text.offsetByCodePoints(0, mark.getIndex());
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    private Problem problem(Code code, Event event, String message) {
        return Problem.error(code, file, line(event), message);
    }

    private Refused refused(Code code, Event event, String message, @Nullable String hint) {
        return new Refused(problem(code, event, message).maybe(hint));
    }

    /** Ends the reading of a text. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        Refused(Problem problem) {
            super(problem.message());
            this.problem = problem;
        }
    }
}
