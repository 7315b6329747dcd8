package org.filorosso.simulator.review.print;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Experiment;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Target;
import org.filorosso.engine.playbook.TargetPath;
import org.jspecify.annotations.Nullable;

/** What the things of one playbook are called in one language. */
final class Naming {
    private final Playbook playbook;
    private final Words words;
    private final Map<Integer, Attribute> attributes = new TreeMap<>();
    private final Map<Integer, Experiment> experiments = new TreeMap<>();

    Naming(Playbook playbook, Words words) {
        this.playbook = playbook;
        this.words = words;
        playbook.tables().attributes().forEach(one -> attributes.put(one.slot(), one));
        playbook.tables().experiments().forEach(one -> experiments.put(one.slot(), one));
    }

    Words words() {
        return words;
    }

    Playbook playbook() {
        return playbook;
    }

    @Nullable
    Attribute attribute(int slot) {
        return attributes.get(slot);
    }

    @Nullable
    Experiment experiment(int slot) {
        return experiments.get(slot);
    }

    String text(Playbook.Texts texts) {
        return Words.plain(texts.in(words.language(), playbook.settings().defaultLanguage()));
    }

    String target(Target target) {
        return target(target.path());
    }

    /** A target by its path, which need not name anything here. */
    String target(String path) {
        Target.Level level = TargetPath.level(path);
        String typed = Words.plain(path).replace("/", " / ");
        return switch (level) {
            case ALL -> words.say("target.all");
            case ISSUE -> words.say("target.issue", typed);
            case GROUP -> words.say("target.group", typed);
            case ACTION -> action(path.substring(path.lastIndexOf('/') + 1));
        };
    }

    String action(int index) {
        return action(playbook.catalogue().get(index).name());
    }

    private String action(String name) {
        Action action = playbook.catalogue().find(name);
        String title = action == null ? "" : text(action.title());
        return words.say("target.action", title.isEmpty() ? Words.plain(name) : title, Words.plain(name));
    }

    String outcomes(Collection<Outcome> outcomes) {
        List<String> said = outcomes.stream()
                .sorted()
                .map(outcome -> words.say("outcome." + outcome.code()))
                .toList();
        return words.or(said);
    }

    /** @param codes outcomes as typed, separated by {@code |} */
    String outcomes(String codes) {
        List<String> said = List.of(codes.split("\\|")).stream()
                .map(String::strip)
                .map(code -> words.say("outcome." + code))
                .toList();
        return words.or(said);
    }

    String money(Number amount) {
        return words.number(amount) + " " + playbook.settings().currency();
    }

    String channel(int index) {
        return words.quote(playbook.tables().channels().get(index).name());
    }
}
