package org.filorosso.engine.playbook.io;

import static org.filorosso.engine.playbook.io.Column.choice;
import static org.filorosso.engine.playbook.io.Column.of;

import java.util.List;
import java.util.stream.Stream;

/** The reserved columns of every table, with what they mean. */
final class Schemas {
    private static final List<String> TYPES =
            List.of("string", "number", "boolean", "date", "date and time", "list", "records");
    private static final List<String> OUTCOMES = List.of(
            "decided",
            "sent",
            "presented",
            "clicked",
            "accepted",
            "rejected",
            "later",
            "ignored",
            "fulfilled",
            "failed",
            "reversed");
    private static final List<String> LEVELS = List.of("subject", "household");
    private static final List<String> DIRECTIONS = List.of("inbound", "outbound", "both");

    private static final Column ID =
            of("id", Kind.NAME, "Characters the row in explanations. Empty: the table and the line.");
    private static final Column REASON =
            of("reason", Kind.SENTENCE, "The sentence that people read when this row decides.");
    private static final Column FROM = of("from", Kind.MOMENT, "The row holds from here on; empty: always.");
    private static final Column UNTIL =
            of("until", Kind.MOMENT, "The row holds until here; a bare date includes that day. Empty: without end.");
    private static final Column TARGET = of("target", Kind.TARGET, "The actions that the row is about.");
    private static final Column ACTION = of("action", Kind.NAME, "The action, as named in the table actions.");
    private static final Column VALUE =
            of("value", Kind.NUMBER_OR_FEEL, "Margin of an acceptance over 12 months, before cost.");
    private static final Column COST = of("cost", Kind.NUMBER_OR_FEEL, "What an acceptance costs.");
    private static final Column PRICE = of("price", Kind.NUMBER_OR_FEEL, "The terms quoted to the customer.");
    private static final Column MAX_AGE = of("max age", Kind.DURATION, "A value older than this counts as missing.");
    private static final Column IF_UNKNOWN =
            choice("if unknown", List.of("skip", "match"), "What to do when the row's data are missing; empty: skip.");

    private Schemas() {}

    static TableSchema attributes() {
        return plain(
                of("name", Kind.NAME, "Name of the attribute: letters, digits and spaces."),
                choice("source", List.of("customer", "context", "derived"), "Where the value comes from."),
                choice("type", TYPES, "What the value is."),
                of("values", Kind.NAMES, "The allowed values of a string or list; empty: any."),
                of("unit", Kind.TEXT, "For people: EUR, months, GB."),
                MAX_AGE,
                of("pii", Kind.YES_NO, "Yes keeps the value out of logs and of what analysts see."),
                of("formula", Kind.FEEL, "How a derived attribute is computed from others."),
                of("field", Kind.TEXT, "The column's name in files that the company exports."),
                of("description", Kind.TEXT, "What it means, for people."));
    }

    static TableSchema lifecycle() {
        return conditional(ID, of("stage", Kind.NAME, "The stage of customers who match."), REASON);
    }

    static TableSchema segments() {
        return conditional(ID, of("segment", Kind.NAME, "The segment of customers who match."), REASON);
    }

    static TableSchema events() {
        return plain(
                of("event", Kind.NAME, "Name of the event. One row per field; none: one row with an empty field."),
                of("case", Kind.NAME, "The case that the event opens or closes."),
                choice("effect", List.of("opens", "closes"), "What the event does to its case."),
                of("field", Kind.NAME, "A field that comes with the event."),
                choice("type", TYPES, "What the field holds."),
                of("values", Kind.NAMES, "The allowed values of the field; empty: any."),
                MAX_AGE,
                of("description", Kind.TEXT, "What it means, for people."));
    }

    static TableSchema lists() {
        return plain(
                of("list", Kind.NAME, "Name of the list; its members are loaded apart."),
                choice("level", LEVELS, "Whether it lists customers or households."),
                UNTIL,
                REASON);
    }

    static TableSchema channels() {
        return plain(
                of("channel", Kind.NAME, "Name of the channel."),
                choice("direction", DIRECTIONS, "Who begins: the customer (inbound), we (outbound), both."),
                of("consent", Kind.NAME, "The purpose that an outbound contact here needs."),
                of("quiet", Kind.TEXT, "When not to call: 20:00-09:00 | Saturday 19:00-10:00 | Sunday | holidays."),
                of("capacity per day", Kind.COUNT, "Outbound contacts a day over all customers; empty: no limit."),
                of("cost", Kind.NUMBER, "What a contact costs."),
                of("placements", Kind.TEXT, "Places and how many each holds: hero:1|tile:3. Empty: default:1."));
    }

    static TableSchema actions() {
        return plain(
                of("issue", Kind.NAME, "The business issue: Grow, Retain, Service."),
                of("group", Kind.NAME, "The group within the issue."),
                of("action", Kind.NAME, "Name of the action, unique in the playbook."),
                of("title", Kind.SENTENCE, "What people call it."),
                of("product", Kind.NAME, "What the customer owns after accepting."),
                VALUE,
                COST,
                PRICE,
                of("purpose", Kind.NAME, "Consent that it needs besides the channel's; service needs none."),
                of("fallback", Kind.YES_NO, "Yes: considered only when nothing else is left."),
                of("max per day", Kind.COUNT, "Acceptances a day over all customers; empty: no limit."),
                of("max total", Kind.COUNT, "Acceptances in all; empty: no limit."),
                of("quote valid", Kind.DURATION, "How long terms once presented are honoured."),
                of("due", Kind.DURATION, "An acceptance not fulfilled after this counts as failed."),
                FROM,
                UNTIL,
                of("lever", Kind.PERCENT, "What the business adds to its priority; empty: 0%."),
                of("again", Kind.YES_NO, "Yes: may be offered to who has the product."));
    }

    static TableSchema prices() {
        return conditional(ID, ACTION, VALUE, COST, PRICE, FROM, UNTIL);
    }

    static TableSchema budgets() {
        return plain(
                ID,
                TARGET,
                of("channel", Kind.NAME, "The channel that the budget is for; empty: all."),
                of("amount", Kind.NUMBER, "How much, in the playbook's currency."),
                choice("per", List.of("day", "month", "all"), "The period that the amount is for."),
                choice("counts", List.of("contact", "acceptance", "both"), "Which costs use it up."),
                choice("at limit", List.of("stop", "warn"), "What happens when it is used up."),
                FROM,
                UNTIL);
    }

    static TableSchema treatments() {
        return conditional(
                ID,
                ACTION,
                of("channel", Kind.NAME, "The channel on which it is said."),
                of("placement", Kind.NAME, "The place on the channel; empty: any."),
                of("language", Kind.NAME, "The language of the texts; empty: texts for all languages."),
                of("headline", Kind.SENTENCE, "The headline. May hold {attribute name}."),
                of("message", Kind.SENTENCE, "The message. May hold {attribute name|words if missing}."),
                of("script", Kind.SENTENCE, "What an agent says."),
                of("if no", Kind.SENTENCE, "What an agent answers to a first no."),
                of("legal", Kind.SENTENCE, "What must be read out."),
                of("url", Kind.TEXT, "Where it leads."),
                of("image", Kind.TEXT, "The picture shown."),
                FROM,
                UNTIL);
    }

    static TableSchema engagement() {
        return conditional(
                ID,
                choice(
                        "policy",
                        List.of("eligibility", "applicability", "suitability"),
                        "Law and ownership; sense now; the customer's interest."),
                TARGET,
                choice(
                        "effect",
                        List.of("only", "never", "allow", "deny"),
                        "Only to, or never to, customers who match. Allow is only, deny is never."),
                IF_UNKNOWN,
                REASON,
                FROM,
                UNTIL);
    }

    static TableSchema contactPolicy() {
        return conditional(
                ID,
                TARGET,
                choice("per", List.of("action", "group", "issue", "all"), "What is counted together."),
                of("channel", Kind.NAMES, "The channels that count and are held; empty: all."),
                choice("direction", DIRECTIONS, "The direction that counts and is held; empty: both."),
                new Column("outcome", Kind.CHOICES, OUTCOMES, "The outcomes that count."),
                of("limit", Kind.COUNT, "At this many, the actions are held back."),
                new Column(
                        "within", Kind.WINDOW, List.of("day", "week", "month"), "The time in which they are counted."),
                of("suppress", Kind.DURATION, "How long the actions are held back after the limit."),
                choice("level", LEVELS, "Whose contacts count; empty: subject."),
                REASON);
    }

    static TableSchema arbitration() {
        return conditional(
                ID,
                TARGET,
                choice("factor", List.of("context", "lever"), "The factor of the priority that it adds to."),
                of("weight", Kind.PERCENT_OR_FEEL, "How much it adds; 0.2 is 20%."),
                REASON,
                FROM,
                UNTIL);
    }

    static TableSchema propensity() {
        return conditional(
                ID,
                TARGET,
                of("prior", Kind.NUMBER_OR_FEEL, "Expected share of acceptances when presented, 0 to 1."),
                of("strength", Kind.NUMBER, "How many observations the prior is worth."));
    }

    static TableSchema coherence() {
        return conditional(
                ID,
                choice(
                        "kind",
                        List.of("never together", "not after", "requires", "service first", "same terms"),
                        "What must hold."),
                TARGET,
                of("other", Kind.TARGET, "The other actions that it is about."),
                new Column("outcome", Kind.CHOICES, OUTCOMES, "The outcomes of the other actions that count."),
                of("within", Kind.DURATION, "How long it holds."),
                IF_UNKNOWN,
                REASON,
                choice("better", List.of("lower", "higher"), "Which price is the better one; empty: lower."));
    }

    static TableSchema journeys() {
        return conditional(
                ID,
                of("journey", Kind.NAME, "Name of the journey."),
                of("step", Kind.COUNT, "Its order in the journey."),
                TARGET,
                of("after", Kind.TARGET, "The actions that it follows."),
                new Column("outcome", Kind.CHOICES, OUTCOMES, "The outcome of those actions that it follows."),
                of("after event", Kind.NAME, "The event that it follows."),
                of("within", Kind.DURATION, "How long after."),
                choice("effect", List.of("boost", "wait", "next"), "What happens to the target."),
                of("weight", Kind.PERCENT_OR_FEEL, "What a boost adds to the context factor."),
                of("decay", Kind.DURATION, "Over how long a boost fades to nothing."),
                REASON);
    }

    static TableSchema experiments() {
        return conditional(
                ID,
                of("experiment", Kind.NAME, "Name of the experiment; also a name in conditions."),
                of("variant", Kind.NAME, "Name of the variant; control drops the target."),
                of("share", Kind.PERCENT, "Share of the customers who match."),
                choice("level", LEVELS, "Who is assigned; empty: subject."),
                TARGET,
                of("kpi", Kind.NAME, "The figure that decides."),
                of("guardrail", Kind.NAMES, "The figures that must not get worse."),
                FROM,
                UNTIL,
                REASON);
    }

    static TableSchema kpis() {
        return plain(
                of("kpi", Kind.NAME, "Name of the figure."),
                of("title", Kind.SENTENCE, "What people call it."),
                of("formula", Kind.FEEL, "How it is computed from the period's totals."),
                of("unit", Kind.TEXT, "For people: EUR, %."),
                choice("better", List.of("higher", "lower"), "Which way is better."),
                of("goal", Kind.NUMBER, "Where it should be."),
                of("guardrail", Kind.TEXT, "How far it may get worse."));
    }

    static TableSchema world() {
        return conditional(
                ID,
                TARGET,
                new Column(
                        "outcome",
                        Kind.CHOICES,
                        WorldRow.OUTCOMES,
                        "The outcome that the row makes likelier or rarer."),
                of("effect", Kind.NUMBER_OR_FEEL, "What it adds to the log-odds."));
    }

    private static TableSchema plain(Column... columns) {
        return new TableSchema(
                false, Stream.concat(Stream.of(columns), common()).toList());
    }

    private static TableSchema conditional(Column... columns) {
        Column when = of("when", Kind.FEEL, "A condition that must be true, for what cells cannot say.");
        return new TableSchema(
                true,
                Stream.concat(Stream.concat(Stream.of(columns), Stream.of(when)), common())
                        .toList());
    }

    private static Stream<Column> common() {
        return Stream.of(
                of("note", Kind.TEXT, "For your own use; it counts for nothing."),
                of("owner", Kind.NAME, "The team that answers for the row."),
                of("review by", Kind.DATE, "When the row must be looked at again."));
    }
}
