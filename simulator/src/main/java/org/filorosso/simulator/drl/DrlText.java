package org.filorosso.simulator.drl;

import java.util.Locale;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.playbook.Arbitration;
import org.filorosso.engine.playbook.Coherence;
import org.filorosso.engine.playbook.Condition;
import org.filorosso.engine.playbook.ContactPolicy;
import org.filorosso.engine.playbook.Engagement;
import org.filorosso.engine.playbook.Journey;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Playbook.Tables;
import org.filorosso.engine.playbook.Row;
import org.filorosso.engine.playbook.Target;
import org.jspecify.annotations.Nullable;

/**
 * Every conditional row of a playbook as one readable rule. The engine builds its rules from the typed model and never
 * from text: this is a view of them.
 */
public final class DrlText {
    private final Playbook playbook;
    private final StringBuilder text = new StringBuilder();

    public DrlText(Playbook playbook) {
        this.playbook = playbook;
    }

    /** The whole file. */
    @Override
    public String toString() {
        text.setLength(0);
        head();
        Tables tables = playbook.tables();
        tables.lifecycle().forEach(row -> rule(row.row(), call("stage", row.stage())));
        tables.segments().forEach(row -> rule(row.row(), call("segment", row.segment())));
        tables.experiments().forEach(row -> rule(row.row(), call("experiment", row.name())));
        tables.prices().forEach(row -> rule(row.row(), call("price", action(row.action()))));
        tables.engagement().forEach(row -> rule(row.row(), engagement(row)));
        tables.contactPolicy().forEach(row -> rule(row.row(), contactPolicy(row)));
        tables.coherence().forEach(row -> rule(row.row(), coherence(row)));
        tables.journeys().forEach(row -> rule(row.row(), journey(row)));
        tables.treatments()
                .forEach(row -> rule(
                        row.row(),
                        call("treatment", action(row.action()), row.row().id())));
        tables.arbitration().forEach(row -> rule(row.row(), arbitration(row)));
        tables.propensity()
                .forEach(row -> rule(
                        row.row(),
                        call("prior", row.target().path(), row.prior().text(), Double.toString(row.strength()))));
        return text.toString();
    }

    private void head() {
        line("// FOR REVIEW ONLY: never read by the engine, which builds its rules from the playbook itself.");
        line("// Playbook " + comment(playbook.name()) + ", revision " + playbook.revision());
        line("package org.filorosso.review;");
        line("");
    }

    private void rule(Row row, String consequence) {
        line("rule " + DrlTests.quote(row.table() + " " + row.id()));
        line("    // " + row.source() + reason(row));
        dates(row);
        line("when");
        line("    $customer : Customer(");
        for (int i = 0; i < row.conditions().size(); i++) {
            Condition condition = row.conditions().get(i);
            boolean last = i == row.conditions().size() - 1 && row.when() == null;
            line("        " + DrlTests.of(condition) + (last ? "" : ","));
        }
        Expr when = row.when();
        if (when != null) {
            line("        " + DrlTests.feel(when.text()));
        }
        line("    )" + (row.whenUnknown() ? " // or unknown" : ""));
        line("then");
        line("    " + consequence);
        line("end");
        line("");
    }

    private String reason(Row row) {
        String reason = row.reason().in(playbook.settings().defaultLanguage(), "");
        return reason.isEmpty() ? "" : ": " + comment(reason);
    }

    private void dates(Row row) {
        var from = row.dates().from();
        var until = row.dates().until();
        if (from != null) {
            line("    date-effective " + DrlTests.quote(from.toString()));
        }
        if (until != null) {
            line("    date-expires " + DrlTests.quote(until.toString()));
        }
    }

    private static String engagement(Engagement row) {
        return call(
                row.only() ? "only" : "never", words(row.policy()), row.target().path());
    }

    private static String contactPolicy(ContactPolicy row) {
        var rolling = row.within().rolling();
        var calendar = row.within().calendar();
        String within = rolling != null ? rolling.toString() : calendar == null ? "" : words(calendar);
        return call("limit", row.target().path(), words(row.per()), Integer.toString(row.limit()), within);
    }

    private static String coherence(Coherence row) {
        return call(words(row.kind()), row.target().path(), path(row.other()));
    }

    private static String journey(Journey row) {
        return call(
                words(row.effect()),
                row.journey(),
                Integer.toString(row.step()),
                row.target().path(),
                path(row.after()));
    }

    private static String arbitration(Arbitration row) {
        return call(
                row.lever() ? "lever" : "context",
                row.target().path(),
                row.weight().text());
    }

    private static String path(@Nullable Target target) {
        return target == null ? "" : target.path();
    }

    private String action(int index) {
        return playbook.catalogue().get(index).name();
    }

    private static String words(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String call(String function, String... arguments) {
        StringBuilder call = new StringBuilder("decision.apply(").append(DrlTests.quote(function));
        for (String argument : arguments) {
            if (!argument.isEmpty()) {
                call.append(", ").append(DrlTests.quote(argument));
            }
        }
        return call.append(");").toString();
    }

    private static String comment(String words) {
        return words.replaceAll("\\p{Cntrl}", " ");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
