package org.filorosso.simulator.attribution;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.filorosso.engine.score.Contacted;
import org.filorosso.engine.score.Known;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.log.OfferTerms;
import org.filorosso.simulator.log.SubjectLogs;
import org.jspecify.annotations.Nullable;

/**
 * The paths of a decision log, over channels and over actions. What a contact and an acceptance are is as in the scorecard: shown,
 * sent or answered; accepted, proposed and not reversed. Equal paths are added up, unless their times matter.
 */
public final class LogPaths {
    private static final double SECONDS_A_DAY = 86_400;

    private final Duration window;
    private final boolean timed;
    private final Map<String, Double> contactCosts;
    private final Map<Object, ContactPath> channels = new LinkedHashMap<>();
    private final Map<Object, ContactPath> actions = new LinkedHashMap<>();
    private final Map<String, Double> channelCosts = new TreeMap<>();
    private final Map<String, Double> actionCosts = new TreeMap<>();
    private long contacts;

    /**
     * @param window a longer pause between two contacts ends a path without conversion
     * @param timed whether the days from each contact to the conversion are kept
     * @param contactCosts by channel, of one contact; empty where costs are not known
     */
    public LogPaths(Duration window, boolean timed, Map<String, Double> contactCosts) {
        this.window = window;
        this.timed = timed;
        this.contactCosts = contactCosts;
    }

    /**
     * Reads a log.
     *
     * @param folder with decisions.csv, and responses.csv if there is
     * @param playbook whose decisions count; null takes all
     * @throws FlawException if a table cannot be read, or holds what it should not
     */
    public void read(Path folder, @Nullable String playbook) throws FlawException {
        OfferTerms terms = OfferTerms.of(folder);
        new SubjectLogs(folder, playbook)
                .each(id -> Known.NOTHING, log -> Journey.of(log, terms, window).forEach(this::add));
    }

    private void add(Journey journey) {
        path(journey, channels, contact -> List.of(contact.channel()));
        path(
                journey,
                actions,
                contact -> contact.shown().stream().map(Contacted.Shown::action).toList());
        if (!contactCosts.isEmpty()) {
            costs(journey);
        }
        contacts += journey.contacts().size();
    }

    private void path(Journey journey, Map<Object, ContactPath> paths, Function<Contacted, List<String>> places) {
        List<String> names = new ArrayList<>();
        List<Double> ages = new ArrayList<>();
        Instant end = journey.sales().isEmpty()
                ? journey.contacts().get(journey.contacts().size() - 1).at()
                : journey.sales().get(0).at();
        for (Contacted contact : journey.contacts()) {
            for (String name : places.apply(contact)) {
                names.add(name);
                ages.add(Math.max(0, Duration.between(contact.at(), end).getSeconds() / SECONDS_A_DAY));
            }
        }
        ContactPath path = new ContactPath(
                names,
                timed ? ages : null,
                journey.sales().size(),
                journey.sales().stream().mapToDouble(Journey.Sale::value).sum(),
                journey.sales().isEmpty() ? 1 : 0);
        paths.merge(path.contacts(), path, ContactPath::with);
    }

    /** A contact costs its channel once, and the actions that it showed in equal parts; an acceptance both. */
    private void costs(Journey journey) {
        for (Contacted contact : journey.contacts()) {
            double cost = contactCosts.getOrDefault(contact.channel(), 0.0);
            channelCosts.merge(contact.channel(), cost, Double::sum);
            contact.shown()
                    .forEach(shown -> actionCosts.merge(
                            shown.action(), cost / contact.shown().size(), Double::sum));
        }
        for (Journey.Sale sale : journey.sales()) {
            channelCosts.merge(sale.contact().channel(), sale.cost(), Double::sum);
            actionCosts.merge(sale.action(), sale.cost(), Double::sum);
        }
    }

    /** Contacts in all. */
    public long contacts() {
        return contacts;
    }

    /** Paths over the channels of contacts. */
    public List<ContactPath> channels() {
        return List.copyOf(channels.values());
    }

    /** Paths over the actions that contacts showed, in the order in which they did. */
    public List<ContactPath> actions() {
        return List.copyOf(actions.values());
    }

    /** What each channel cost; empty where costs are not known. */
    public Map<String, Double> channelCosts() {
        return Map.copyOf(channelCosts);
    }

    /** What each action cost; empty where costs are not known. */
    public Map<String, Double> actionCosts() {
        return Map.copyOf(actionCosts);
    }
}
