package org.filorosso.engine.playbook.io;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.filorosso.engine.feel.Names;
import org.filorosso.engine.feel.Type;
import org.filorosso.engine.playbook.Experiment;
import org.filorosso.engine.playbook.LifecycleRow;
import org.filorosso.engine.playbook.ScopeName;
import org.filorosso.engine.playbook.Settings;

/** Declares the names that every playbook has in scope, with the values that its own tables allow. */
final class Declarations {
    private static final int SCORES = 5;

    private final Names names;

    Declarations(Names names) {
        this.names = names;
    }

    /** Declares all names in scope but attributes and experiments; before any of those. */
    void declare(Settings settings, Tables tables) {
        for (ScopeName name : ScopeName.values()) {
            names.declare(name.words(), name.type(), allowed(name, settings, tables));
        }
    }

    private static Set<String> allowed(ScopeName name, Settings settings, Tables tables) {
        return switch (name) {
            case CHANNEL, PREFERRED_CHANNELS -> tables.column(Table.CHANNELS, "channel");
            case DIRECTION -> Set.of("inbound", "outbound");
            case LANGUAGE -> Set.copyOf(settings.languages());
            case WEEKDAY -> weekdays();
            case STAGE -> stages(tables);
            case SEGMENTS -> some(tables.column(Table.SEGMENTS, "segment"));
            case LISTS -> some(tables.column(Table.LISTS, "list"));
            case CONSENTS -> some(Set.copyOf(settings.purposes()));
            case RFM -> scores();
            default -> Set.of();
        };
    }

    private static Set<String> stages(Tables tables) {
        Set<String> stages = tables.column(Table.LIFECYCLE, "stage");
        return stages.isEmpty() ? Set.of(LifecycleRow.ANY) : stages;
    }

    // an empty set would allow everything, where nothing can be meant
    private static Set<String> some(Set<String> values) {
        return values.isEmpty() ? Set.of("") : values;
    }

    private static Set<String> weekdays() {
        Set<String> days = new LinkedHashSet<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            days.add(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        }
        return days;
    }

    private static Set<String> scores() {
        Set<String> scores = new TreeSet<>();
        for (int i = 0; i < SCORES * SCORES * SCORES; i++) {
            scores.add("" + (i / 25 + 1) + (i / 5 % 5 + 1) + (i % 5 + 1));
        }
        return scores;
    }

    /** Declares the experiments, each with its variants. */
    void declareExperiments(List<Entry> lines) {
        for (Map.Entry<String, List<Entry>> experiment :
                ExperimentRows.byName(lines).entrySet()) {
            Entry first = experiment.getValue().get(0);
            String fault = NameRules.fault(experiment.getKey(), true);
            if (fault == null && names.find(experiment.getKey()).isPresent()) {
                fault = "an attribute has this name";
            }
            if (fault != null) {
                first.error(Code.BAD_NAME, "experiment", fault, "Maybe another name: save script.");
            } else {
                names.declare(experiment.getKey(), Type.STRING, variants(experiment.getValue()));
            }
        }
    }

    private static Set<String> variants(List<Entry> lines) {
        Set<String> variants = new TreeSet<>(Set.of(Experiment.OUTSIDE));
        lines.forEach(line -> variants.add(line.text("variant")));
        variants.remove("");
        return variants;
    }
}
