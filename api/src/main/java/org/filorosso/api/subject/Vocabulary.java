package org.filorosso.api.subject;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.NamedList;
import org.filorosso.simulator.customers.JsonValues;
import org.filorosso.simulator.customers.ValueException;
import org.filorosso.simulator.customers.Values;
import tools.jackson.databind.JsonNode;

/** The words that the live playbooks together know: what is stored of a subject must be of use to one of them. */
final class Vocabulary {
    private final Map<String, List<Meaning>> attributes = new LinkedHashMap<>();
    private final Set<String> purposes = new TreeSet<>();
    private final Set<String> channels = new TreeSet<>();
    private final Set<String> languages = new TreeSet<>();
    private final Set<String> lists = new TreeSet<>();

    private record Meaning(Attribute attribute, JsonValues values) {}

    Vocabulary(Collection<LivePlaybook> playbooks) {
        playbooks.stream().map(LivePlaybook::playbook).forEach(playbook -> {
            JsonValues values = new Values(playbook.settings()).json();
            playbook.tables().attributes().stream()
                    .filter(attribute -> attribute.source() == Attribute.Source.CUSTOMER)
                    .forEach(attribute -> StoredRows.add(attributes, attribute.name(), new Meaning(attribute, values)));
            purposes.addAll(playbook.settings().purposes());
            languages.addAll(playbook.settings().languages());
            playbook.tables().channels().stream().map(Channel::name).forEach(channels::add);
            playbook.tables().lists().stream().map(NamedList::name).forEach(lists::add);
        });
    }

    Set<String> attributes() {
        return attributes.keySet();
    }

    Set<String> purposes() {
        return purposes;
    }

    Set<String> channels() {
        return channels;
    }

    Set<String> languages() {
        return languages;
    }

    Set<String> lists() {
        return lists;
    }

    /** Whether any playbook calls it personal. */
    boolean personal(String attribute) {
        return StoredRows.of(attributes, attribute).stream()
                .anyMatch(meaning -> meaning.attribute().pii());
    }

    /**
     * Checks a value against every playbook that declares the attribute.
     *
     * @return whether the value says anything: blank texts and null do not
     * @throws ValueException if none of them allows it
     */
    boolean says(String attribute, JsonNode value) throws ValueException {
        ValueException refused = null;
        for (Meaning meaning : StoredRows.of(attributes, attribute)) {
            try {
                return meaning.values()
                                .read(
                                        meaning.attribute().type(),
                                        meaning.attribute().values(),
                                        value)
                        != null;
            } catch (ValueException e) {
                refused = refused == null ? e : refused;
            }
        }
        if (refused != null) {
            throw refused;
        }
        return false;
    }
}
