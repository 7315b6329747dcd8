package org.filorosso.simulator.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.filorosso.engine.playbook.io.Nearest;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Values of options that are written with hyphens. */
record Choices(CommandSpec spec) {

    /**
     * The constant that a text means.
     *
     * @throws ParameterException if it means none; the message names near ones
     */
    <E extends Enum<E>> E of(String option, String text, Class<E> kind) {
        List<E> constants = Arrays.asList(kind.getEnumConstants());
        List<String> valid = constants.stream().map(Choices::written).toList();
        int found = valid.indexOf(text.toLowerCase(Locale.ROOT));
        if (found < 0) {
            throw new ParameterException(
                    spec.commandLine(), "Option '" + option + "': \"" + text + "\" is no choice. " + near(text, valid));
        }
        return constants.get(found);
    }

    /** What may have been meant; all there is where nothing is near. */
    static String near(String text, Collection<String> valid) {
        return Objects.requireNonNullElseGet(Nearest.maybe(text, valid), () -> "Maybe " + String.join(", ", valid));
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
