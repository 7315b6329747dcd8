package org.filorosso.engine.match;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.feel.Names;
import org.filorosso.engine.feel.Numbers;
import org.filorosso.engine.feel.Op;
import org.filorosso.engine.feel.Test;
import org.filorosso.engine.playbook.Condition;
import org.filorosso.engine.playbook.Dates;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Row;

/** Rows, customers and answers in few words. */
final class Rows {

    private final Names names;
    private final RowsOnly tables;

    Rows(Names names) {
        this.names = names;
        this.tables = new RowsOnly(names);
    }

    static BigDecimal number(String text) {
        return Numbers.normal(new BigDecimal(text));
    }

    static Test is(Object constant) {
        return Test.Compare.of(Op.EQ, constant);
    }

    int slot(String name) {
        return names.find(name).orElseThrow();
    }

    Condition cell(String column, Test test) {
        return new Condition(column, slot(column), test, "cell");
    }

    Rows add(Condition... conditions) {
        return add(false, null, conditions);
    }

    Rows addLenient(Condition... conditions) {
        return add(true, null, conditions);
    }

    Rows add(boolean whenUnknown, Expr when, Condition... conditions) {
        tables.engagement(row(tables.next(), whenUnknown, when, conditions));
        return this;
    }

    static Row row(int index, boolean whenUnknown, Expr when, Condition... conditions) {
        return new Row(
                index,
                "r" + index,
                "engagement",
                index + 2,
                List.of(conditions),
                when,
                whenUnknown,
                Dates.ALWAYS,
                Playbook.Texts.NONE);
    }

    Playbook playbook() {
        return tables.playbook();
    }

    /** A customer of a playbook with some values given by name. */
    static Fact customer(Playbook playbook, Map<String, Object> values) {
        Fact fact = FactLayout.of(playbook).fact(call -> null);
        values.forEach((name, value) -> fact.set(playbook.names().find(name).orElseThrow(), value));
        return fact;
    }

    /** The rows of the last layer that match. */
    static BitSet matching(Matcher matcher, Playbook playbook, Fact fact) {
        BitSet rows = new BitSet();
        matcher.match(Layers.of(playbook).layers().size() - 1, fact, rows);
        return rows;
    }
}
