package org.filorosso.simulator.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filorosso.simulator.fleet.Shipment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Packs the command that was typed for other machines: its words, and the files and folders that they name. */
final class Shipping {
    /** Options that name what is written, not read. */
    private static final Set<String> RESULTS = Set.of("--out", "--log");

    private final CommandSpec command;
    private final List<String> more = new ArrayList<>();
    private final Map<Path, String> texts = new LinkedHashMap<>();

    /** @param command that is being executed */
    Shipping(CommandSpec command) {
        this.command = command;
    }

    /** Adds an option that holds unless it was typed. */
    Shipping option(String name, Object value) {
        more.add(name + "=" + value);
        return this;
    }

    /** Sends another text in place of what a file holds. */
    Shipping instead(Path file, String text) {
        texts.put(file, text);
        return this;
    }

    Shipment shipment() {
        List<String> words =
                new ArrayList<>(command.root().commandLine().getParseResult().expandedArgs());
        // before what was typed, so that this holds
        words.addAll(words.indexOf(command.name()) + 1, more);
        Map<String, Shipment.Item> items = new LinkedHashMap<>();
        for (ArgSpec argument : command.args()) {
            if (argument.auxiliaryTypes()[0] == Path.class && !isResult(argument)) {
                paths(argument.getValue())
                        .forEach(path -> items.putIfAbsent(
                                path.toString(), new Shipment.Item(path.toString(), path, texts.get(path))));
            }
        }
        return new Shipment(words, List.copyOf(items.values()));
    }

    private static boolean isResult(ArgSpec argument) {
        return argument instanceof OptionSpec option && RESULTS.contains(option.longestName());
    }

    private static List<Path> paths(@Nullable Object value) {
        if (value instanceof Path path) {
            return List.of(path);
        }
        return value instanceof Collection<?> several
                ? several.stream().map(Path.class::cast).toList()
                : List.of();
    }
}
