package org.filorosso.simulator.population;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Keyed;
import org.filorosso.engine.playbook.io.Problems;
import org.filorosso.engine.playbook.io.Text;
import org.filorosso.engine.playbook.io.Yaml;
import org.filorosso.simulator.population.Population.Consenting;
import org.filorosso.simulator.population.Population.Trait;
import org.jspecify.annotations.Nullable;

/** Reads population.yaml against its playbook; everything that is wrong is collected. */
public final class PopulationReader {
    private final Playbook playbook;
    private final Keyed keys;

    private PopulationReader(Playbook playbook, Keyed keys) {
        this.playbook = playbook;
        this.keys = keys;
    }

    /**
     * Reads a population.
     *
     * @param problems what is wrong is put there
     * @return null when anything is wrong
     */
    public static @Nullable Population read(Text text, Playbook playbook, Problems problems) {
        int before = problems.errors().size();
        Keyed keys = Keyed.of(Yaml.read(text, problems), problems)
                .only(
                        "id",
                        "attributes",
                        "hidden",
                        "correlations",
                        "consents",
                        "preferred channels",
                        "households",
                        "inbound",
                        "outbound",
                        "events",
                        "acceptance",
                        "monthly",
                        "spend",
                        "left",
                        "later",
                        "satisfaction");
        Population read = new PopulationReader(playbook, keys).read();
        return problems.errors().size() == before ? read : null;
    }

    private Population read() {
        List<Trait> traits = ordered(traits());
        Keyed preferred = keys.keys("preferred channels").only("stated", "first");
        Map<String, Double> weights = PlainShares.all(preferred.keys("first"), false);
        weights.keySet().forEach(name -> Known.channel(playbook, preferred.keys("first"), name, name));
        return new Population(
                keys.text("id", "c-"),
                traits,
                new CorrelationReader(traits).read(keys),
                consents(),
                weights,
                PlainShares.share(preferred, "stated", 0),
                PlainShares.share(keys, "households", 0),
                new BehaviourReader(playbook, keys).read());
    }

    private List<Trait> traits() {
        List<Trait> traits = new ArrayList<>();
        Keyed attributes = keys.keys("attributes");
        for (String name : attributes.names()) {
            Attribute attribute = Known.attribute(playbook, attributes, name, Attribute.Source.CUSTOMER);
            Distribution distribution = DistributionReader.read(attributes, name);
            if (attribute != null && distribution != null) {
                Known.fits(attributes, name, attribute, distribution);
                traits.add(new Trait(name, false, distribution));
            }
        }
        Keyed hidden = keys.keys("hidden");
        for (String name : hidden.names()) {
            Distribution distribution = DistributionReader.read(hidden, name);
            if (playbook.names().find(name).isPresent()) {
                hidden.error(name, "rules know this name, so that it is not hidden", "Maybe another name.");
            } else if (distribution != null) {
                traits.add(new Trait(name, true, distribution));
            }
        }
        return traits;
    }

    /** Each trait after those it looks at. */
    private List<Trait> ordered(List<Trait> traits) {
        Map<String, Trait> open = new LinkedHashMap<>();
        traits.forEach(trait -> open.put(trait.name(), trait));
        Set<String> known = new LinkedHashSet<>(open.keySet());
        List<Trait> ordered = new ArrayList<>();
        boolean moved = true;
        while (moved && !open.isEmpty()) {
            moved = false;
            for (Trait trait : List.copyOf(open.values())) {
                List<String> reads = trait.distribution().reads();
                if (reads.stream().noneMatch(open::containsKey)) {
                    ordered.add(trait);
                    open.remove(trait.name());
                    moved = true;
                }
            }
        }
        open.keySet().forEach(name -> section(name).error(name, "looks at itself in a circle", null));
        for (Trait trait : ordered) {
            trait.distribution().reads().stream()
                    .filter(read -> !known.contains(read))
                    .forEach(read -> section(trait.name())
                            .error(trait.name(), "there is no trait \"" + read + "\"", near(read, known)));
        }
        return ordered;
    }

    private Keyed section(String trait) {
        Keyed hidden = keys.keys("hidden");
        return hidden.has(trait) ? hidden : keys.keys("attributes");
    }

    private static @Nullable String near(String name, Set<String> known) {
        return org.filorosso.engine.playbook.io.Nearest.maybe(name, known);
    }

    private Map<String, Consenting> consents() {
        Keyed section = keys.keys("consents");
        Map<String, Consenting> consents = new LinkedHashMap<>();
        for (String purpose : section.names()) {
            if (!playbook.settings().purposes().contains(purpose)) {
                section.unknown(purpose, purpose, playbook.settings().purposes());
            }
            Keyed said = section.keys(purpose).only("granted", "refused");
            Consenting one =
                    new Consenting(PlainShares.share(said, "granted", 0), PlainShares.share(said, "refused", 0));
            if (one.granted() + one.refused() > 1) {
                said.error("granted", "granted and refused are more than everybody", "Maybe 70% and 10%.");
            }
            consents.put(purpose, one);
        }
        return consents;
    }
}
