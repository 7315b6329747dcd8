package org.filorosso.simulator.customers;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.Set;
import org.filorosso.engine.feel.Type;
import org.jspecify.annotations.Nullable;

/** The values of one row of a history or event file, by column, whatever the file's format. */
abstract class Fields {
    private final Values values;
    private final RowFlaws flaws;

    Fields(Values values, RowFlaws flaws) {
        this.values = values;
        this.flaws = flaws;
    }

    /** The text of a field, trimmed; null when it is missing or blank. */
    abstract @Nullable String text(String column);

    /** The value of a field of a declared type; null when it is missing or wrong, and then it is a flaw. */
    abstract @Nullable Object value(String column, Type type, Set<String> allowed);

    Values values() {
        return values;
    }

    RowFlaws flaws() {
        return flaws;
    }

    String need(String column) {
        String text = text(column);
        if (text == null) {
            flaws.add(column, null, "is empty", null);
        }
        return text == null ? "" : text;
    }

    @Nullable
    BigDecimal number(String column) {
        return (BigDecimal) value(column, Type.NUMBER, Set.of());
    }

    @Nullable
    ZonedDateTime moment(String column) {
        String text = text(column);
        try {
            return text == null ? null : values.times().moment(text);
        } catch (ValueException e) {
            flaws.add(column, text, e);
            return null;
        }
    }

    /** Cells of a CSV row. */
    static final class OfCsv extends Fields {
        private final Header header;
        private final CsvRows.Row row;

        OfCsv(Values values, RowFlaws flaws, Header header, CsvRows.Row row) {
            super(values, flaws);
            this.header = header;
            this.row = row;
        }

        @Override
        @Nullable
        String text(String column) {
            int position = header.position(column);
            String cell = position < 0 ? "" : row.cell(position).strip();
            return cell.isEmpty() ? null : cell;
        }

        @Override
        @Nullable
        Object value(String column, Type type, Set<String> allowed) {
            String text = text(column);
            try {
                return text == null ? null : values().read(type, allowed, text);
            } catch (ValueException e) {
                flaws().add(column, text, e);
                return null;
            }
        }
    }
}
