package org.filorosso.simulator.run.outbound;

import java.util.ArrayList;
import java.util.List;
import org.filorosso.engine.decide.Engine;
import org.filorosso.engine.decide.Offer;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.simulator.run.Question;

/**
 * What one customer could be contacted with, by the production decision on each channel. Of a channel it keeps the best
 * offer and, in the order of the answer, those that could take its place when a cap or budget of its own runs out. An
 * offer that ranks before a better paid one (what comes next in a journey, what was kept, what an arm orders by chance) is
 * never overtaken by it. Safe to share between threads.
 */
final class Choices {
    private final Engine engine;
    private final RunQuestion asked;
    private final List<Question> open;
    private final Scarcity scarcity;
    private final List<Boolean> serves;

    Choices(Engine engine, RunQuestion asked, Scarcity scarcity) {
        this.engine = engine;
        this.asked = asked;
        this.scarcity = scarcity;
        this.open = asked.questions().stream()
                .filter(question -> !quiet(engine.playbook(), question))
                .toList();
        this.serves = open.stream()
                .map(question -> serves(engine.playbook(), question.channel()))
                .toList();
    }

    /** Whether the channel is silent for everybody at the time of the run. */
    static boolean quiet(Playbook playbook, Question question) {
        return question.channel()
                .quiet()
                .contain(question.at(), playbook.settings().holidays());
    }

    /** Whether service actions are said on this channel: only those may go out without consent. */
    private static boolean serves(Playbook playbook, Channel channel) {
        return playbook.tables().treatments().stream()
                .filter(treatment -> treatment.channel() == channel.index())
                .map(treatment -> playbook.catalogue().get(treatment.action()))
                .anyMatch(Action::service);
    }

    /** In the order of the playbook's channels, on each in the order of the answer. */
    List<Choice> of(Subject subject, State state) {
        List<Question> heard = new ArrayList<>(open.size());
        for (int i = 0; i < open.size(); i++) {
            Channel channel = open.get(i).channel();
            boolean reached = serves.get(i) || consents(subject, channel);
            if (reached && asked.preference().allows(channel.name(), subject.preferredChannels())) {
                heard.add(open.get(i));
            }
        }
        List<Choice> choices = new ArrayList<>();
        List<List<Offer>> offers = engine.shortlists(
                subject,
                heard.stream()
                        .map(question -> question.to(subject, engine.playbook()))
                        .toList(),
                state);
        for (int i = 0; i < heard.size(); i++) {
            add(heard.get(i), subject, offers.get(i), choices);
        }
        return choices;
    }

    private boolean consents(Subject subject, Channel channel) {
        String purpose = channel.consent();
        Subject.Consent consent = purpose == null ? null : subject.consents().get(purpose);
        return purpose == null || (consent != null && consent.granted());
    }

    private void add(Question question, Subject subject, List<Offer> offers, List<Choice> choices) {
        int channel = question.channel().index();
        int rank = asked.preference().rank(question.channel().name(), subject.preferredChannels());
        double least = Double.POSITIVE_INFINITY;
        for (Offer offer : offers) {
            if (offer.priority() > least) {
                continue;
            }
            least = offer.priority();
            Choice choice = new Choice(channel, rank, offer);
            choices.add(choice);
            if (!scarcity.particular(choice)) {
                return;
            }
        }
    }
}
