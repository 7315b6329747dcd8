package org.filorosso.simulator.review.print;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Budget;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Price;
import org.filorosso.engine.playbook.QuietHours;
import org.filorosso.engine.playbook.Treatment;

/** Channels, actions, their money and their texts in words. */
final class OfferSentences {
    private final Naming naming;
    private final Words words;
    private final Conditions conditions;
    private final Propositions propositions;

    OfferSentences(Naming naming, RuleSentences rules) {
        this.naming = naming;
        this.words = naming.words();
        this.conditions = rules.conditions();
        this.propositions = rules.propositions();
    }

    Statement channel(Channel channel) {
        String consent = channel.consent();
        List<String> open = channel.directions().stream()
                .sorted()
                .map(one -> words.say("direction.open." + one.name()))
                .toList();
        List<String> places = channel.placements().stream()
                .map(place -> words.say("place", words.quote(place.name()), place.items()))
                .toList();
        Integer capacity = channel.capacityPerDay();
        String sentence = words.say(
                "channel",
                words.quote(channel.name()),
                words.and(open),
                consent == null ? "" : words.say("channel.consent", words.quote(consent)),
                quiet(channel.quiet()),
                capacity == null ? "" : words.say("channel.capacity", words.number(capacity)),
                channel.cost().signum() == 0 ? "" : words.say("channel.cost", naming.money(channel.cost())),
                words.say("channel.places", words.and(places)));
        return new Statement(channel.name(), "channels.csv:" + channel.line(), sentence, "");
    }

    private String quiet(QuietHours quiet) {
        List<String> times = new ArrayList<>();
        for (QuietHours.Span span : quiet.spans()) {
            String from = Words.clock(span.from());
            String to = Words.clock(span.to());
            times.add(
                    span.day() == null
                            ? words.say("quiet.daily", from, to)
                            : words.say("quiet.day", from, to, words.weekday(span.day())));
        }
        quiet.days().stream().sorted().forEach(day -> times.add(words.say("quiet.whole", words.weekday(day))));
        if (quiet.holidays()) {
            times.add(words.say("quiet.holidays"));
        }
        return times.isEmpty() ? "" : words.say("channel.quiet", words.or(times));
    }

    Statement action(Action action) {
        StringBuilder more = new StringBuilder(
                words.say("action.is", words.quote(naming.text(action.title())), Words.plain(action.name())));
        String product = action.product();
        if (product != null) {
            String again = action.again() ? words.say("action.again") : "";
            more.append(words.say("action.product", words.quote(product), again));
        }
        money(more, "action.value", action.terms().value());
        money(more, "action.cost", action.terms().cost());
        money(more, "action.price", action.terms().price());
        purpose(more, action);
        limits(more, action.limits());
        if (action.lever() != 0) {
            more.append(words.say("action.lever", words.percent(action.lever())));
        }
        if (action.fallback()) {
            more.append(words.say("action.fallback"));
        }
        String path = Words.plain(action.issue()) + " / " + Words.plain(action.group());
        String sentence = words.say("action", path, more) + conditions.dates(action.dates());
        return new Statement(action.name(), "actions.csv:" + action.line(), sentence, "");
    }

    private void money(StringBuilder more, String key, @org.jspecify.annotations.Nullable Expr amount) {
        if (amount != null) {
            more.append(words.say(key, money(amount)));
        }
    }

    private String money(Expr amount) {
        return amount instanceof Expr.Literal literal && literal.constant() instanceof BigDecimal number
                ? naming.money(number)
                : propositions.noun(amount);
    }

    private void purpose(StringBuilder more, Action action) {
        String purpose = action.purpose();
        if (action.service()) {
            more.append(words.say("action.service"));
        } else if (purpose != null) {
            more.append(words.say("action.purpose", words.quote(purpose)));
        }
    }

    private void limits(StringBuilder more, Action.Limits limits) {
        Integer day = limits.maxPerDay();
        if (day != null) {
            more.append(words.say("action.perday", words.number(day)));
        }
        Integer total = limits.maxTotal();
        if (total != null) {
            more.append(words.say("action.total", words.number(total)));
        }
        Span quote = limits.quoteValid();
        if (quote != null) {
            more.append(words.say("action.quote", words.span(quote)));
        }
        Span due = limits.due();
        if (due != null) {
            more.append(words.say("action.due", words.span(due)));
        }
    }

    Statement price(Price price) {
        List<String> terms = new ArrayList<>();
        term(terms, "price.value", price.terms().value());
        term(terms, "price.cost", price.terms().cost());
        term(terms, "price.price", price.terms().price());
        String sentence =
                words.say("price", naming.action(price.action()), conditions.forWhom(price.row()), words.and(terms));
        return new Statement(
                price.row().id(),
                price.row().source(),
                sentence + conditions.dates(price.row().dates()),
                "");
    }

    private void term(List<String> terms, String key, @org.jspecify.annotations.Nullable Expr amount) {
        if (amount != null) {
            terms.add(words.say(key, money(amount)));
        }
    }

    Statement budget(Budget budget) {
        Integer channel = budget.channel();
        String sentence = words.say(
                "budget",
                naming.target(budget.target()),
                naming.money(budget.amount()),
                words.say("budget." + budget.per().name()),
                channel == null ? "" : words.say("budget.on", naming.channel(channel)),
                words.say("budget." + budget.counts().name()),
                words.say(budget.stop() ? "budget.stop" : "budget.warn"));
        return new Statement(
                budget.id(), "budgets.csv:" + budget.line(), sentence + conditions.dates(budget.dates()), "");
    }

    Statement treatment(Treatment treatment) {
        String placement = treatment.placement();
        String language = treatment.language();
        String sentence = words.say(
                "treatment",
                naming.action(treatment.action()),
                naming.channel(treatment.channel()),
                placement == null ? "" : words.say("treatment.place", words.quote(placement)),
                language == null ? "" : words.say("treatment.language", words.tongue(language)),
                conditions.forWhom(treatment.row()));
        return new Statement(
                treatment.row().id(),
                treatment.row().source(),
                sentence + conditions.dates(treatment.row().dates()),
                naming.text(treatment.row().reason()),
                quotes(treatment));
    }

    private List<Statement.Quote> quotes(Treatment treatment) {
        List<Statement.Quote> quotes = new ArrayList<>();
        for (Treatment.Part part : Treatment.Part.values()) {
            var texts = treatment.texts().get(part);
            Map<String, String> byLanguage = texts == null ? Map.of() : new TreeMap<>(texts.byLanguage());
            byLanguage.forEach((language, text) ->
                    quotes.add(new Statement.Quote(words.say("text." + part.name()), language, text)));
        }
        return quotes;
    }
}
