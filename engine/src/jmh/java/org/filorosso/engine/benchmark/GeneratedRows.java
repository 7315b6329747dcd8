package org.filorosso.engine.benchmark;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.filorosso.engine.feel.Names;
import org.filorosso.engine.match.RowsOnly;
import org.filorosso.engine.playbook.Condition;
import org.filorosso.engine.playbook.Dates;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Row;

/** The conditional rows of a generated playbook, without the text between. */
final class GeneratedRows {

    private final Names names = new Names();

    private GeneratedRows() {}

    static Playbook of(GeneratedPlaybook generated) {
        return new GeneratedRows().playbook(generated);
    }

    private Playbook playbook(GeneratedPlaybook generated) {
        GeneratedPlaybook.COLUMNS.forEach(column -> names.declare(column.name(), column.type(), column.values()));
        RowsOnly rows = new RowsOnly(names);
        rows.lifecycle(row(0, List.of()), "any");
        IntStream.range(0, generated.treatments()).forEach(i -> rows.treatment(row(rows.next(), List.of())));
        generated.engagement().forEach(one -> rows.engagement(row(rows.next(), one.cells())));
        return rows.playbook();
    }

    private Row row(int index, List<Column.Cell> cells) {
        return new Row(
                index,
                "r" + index,
                "engagement",
                index + 2,
                cells.stream().map(this::condition).toList(),
                null,
                false,
                Dates.ALWAYS,
                Playbook.Texts.NONE);
    }

    private Condition condition(Column.Cell cell) {
        int slot = names.find(cell.column().name()).orElseThrow();
        return new Condition(cell.column().name(), slot, cell.test(), cell.text());
    }

    /** A customer's values by slot; null is missing. */
    static Object[] slots(Playbook playbook, Map<String, Object> values) {
        Object[] slots = new Object[playbook.names().size()];
        values.forEach((name, value) -> slots[playbook.names().find(name).orElseThrow()] = value);
        return slots;
    }
}
