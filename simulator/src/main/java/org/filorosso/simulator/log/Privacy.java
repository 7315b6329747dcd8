package org.filorosso.simulator.log;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.feel.Slot;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Condition;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Row;

/** Which columns show a personal value: those of attributes marked {@code pii}, and what is computed from them. */
public final class Privacy {

    /** What stands in place of a personal value. */
    public static final String HIDDEN = "(personal)";

    private final Set<Integer> personal = new HashSet<>();
    private final Set<String> columns = new HashSet<>();

    /** Nothing is hidden. */
    public static final Privacy NONE = new Privacy();

    private Privacy() {}

    /** What a playbook's data dictionary marks as personal. */
    public static Privacy of(Playbook playbook) {
        Privacy privacy = new Privacy();
        Collection<Attribute> attributes = playbook.tables().attributes();
        attributes.stream().filter(Attribute::pii).forEach(privacy::hide);
        boolean grown = !privacy.personal.isEmpty();
        while (grown) {
            grown = attributes.stream()
                            .filter(privacy::shows)
                            .peek(privacy::hide)
                            .count()
                    > 0;
        }
        if (!privacy.personal.isEmpty()) {
            rows(playbook)
                    .flatMap(row -> row.conditions().stream())
                    .filter(condition -> privacy.reads(playbook.names().slot(condition.slot()), condition.slot()))
                    .map(Condition::column)
                    .forEach(privacy.columns::add);
        }
        return privacy;
    }

    private boolean shows(Attribute attribute) {
        Expr formula = attribute.formula();
        return formula != null
                && !personal.contains(attribute.slot())
                && formula.slots().stream().anyMatch(personal::contains);
    }

    private void hide(Attribute attribute) {
        personal.add(attribute.slot());
        columns.add(attribute.name());
    }

    private boolean reads(Slot slot, int index) {
        return personal.contains(index)
                || (slot instanceof Slot.Computed computed
                        && computed.expr().slots().stream().anyMatch(personal::contains));
    }

    private static Stream<Row> rows(Playbook playbook) {
        Playbook.Tables tables = playbook.tables();
        return Stream.of(
                        tables.lifecycle().stream().map(row -> row.row()),
                        tables.segments().stream().map(row -> row.row()),
                        tables.treatments().stream().map(row -> row.row()),
                        tables.engagement().stream().map(row -> row.row()),
                        tables.contactPolicy().stream().map(row -> row.row()),
                        tables.coherence().stream().map(row -> row.row()),
                        tables.journeys().stream().map(row -> row.row()),
                        tables.experiments().stream().map(row -> row.row()))
                .flatMap(rows -> rows);
    }

    /** Whether a column, as its header is typed, shows a personal value. */
    public boolean hides(String column) {
        return columns.contains(column);
    }
}
