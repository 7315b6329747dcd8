package org.filorosso.simulator.customers;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.decide.Subject.Dated;
import org.filorosso.engine.feel.Type;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/** Customers in CSV. */
final class CsvCustomers extends CustomerFile {
    private final Playbook playbook;
    private final Values values;
    private final String file;
    private final CsvRows rows;
    private final CustomerColumns columns;
    private long number;

    private CsvCustomers(Playbook playbook, CsvRows rows, String file, CustomerColumns columns) {
        this.playbook = playbook;
        this.values = new Values(playbook.settings());
        this.file = file;
        this.rows = rows;
        this.columns = columns;
    }

    static CsvCustomers of(Playbook playbook, Options options, DataFile file) throws FlawException {
        CsvRows rows = CsvRows.open(file);
        return new CsvCustomers(
                playbook, rows, file.name(), CustomerColumns.of(playbook, options, file.name(), rows.header()));
    }

    @Override
    @Nullable
    Row next() throws FlawException {
        CsvRows.Row row = rows.next();
        while (row != null && row.cells().stream().allMatch(String::isBlank)) {
            row = rows.next();
        }
        if (row == null) {
            return null;
        }
        CsvRows.Row found = row;
        long place = ++number;
        return new CsvRow(found, place);
    }

    @Override
    public Row row(Raw raw) {
        return new CsvRow(new CsvRows.Row(raw.line(), raw.cells()), raw.place());
    }

    @Override
    public String head() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().quoteStrategy(QuoteStrategies.ALWAYS).build(text)) {
            csv.writeRecord(rows.header());
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot fail", e);
        }
        return text.toString();
    }

    @Override
    public Set<String> columns() {
        Set<String> names = new HashSet<>();
        for (CustomerColumns.@Nullable Role role : columns.roles()) {
            if (role != null) {
                Attribute attribute = role.attribute();
                names.add(attribute == null ? role.own() : attribute.name());
            }
        }
        return names;
    }

    /** A row that is understood when it is asked for. */
    private final class CsvRow implements Row {
        private final CsvRows.Row cells;
        private final long place;

        CsvRow(CsvRows.Row cells, long place) {
            this.cells = cells;
            this.place = place;
        }

        @Override
        public long line() {
            return cells.line();
        }

        @Override
        public Subject subject() throws FlawException {
            return CsvCustomers.this.subject(cells, place);
        }

        @Override
        public Raw raw() {
            return new Raw(cells.line(), place, cells.cells());
        }

        @Override
        public String id() {
            return columns.numbered()
                    ? "row-" + place
                    : cells.cell(columns.id()).strip();
        }
    }

    private Subject subject(CsvRows.Row row, long place) throws FlawException {
        RowFlaws flaws = new RowFlaws(file, row.line());
        SubjectBuilder subject = new SubjectBuilder(playbook, flaws);
        checkWidth(row, flaws);
        if (columns.numbered()) {
            subject.id("id", "row-" + place);
        }
        for (int i = 0; i < columns.roles().size(); i++) {
            CustomerColumns.Role role = columns.roles().get(i);
            if (role != null) {
                read(role, row.cell(i), subject, flaws);
            }
        }
        return subject.build();
    }

    private void checkWidth(CsvRows.Row row, RowFlaws flaws) {
        if (row.cells().size() > columns.roles().size()) {
            flaws.add(
                    null,
                    row.cells().get(columns.roles().size()),
                    "the row has " + row.cells().size() + " cells, the header "
                            + columns.roles().size(),
                    "Maybe a cell with a separator in it is not quoted.");
        }
    }

    private void read(CustomerColumns.Role role, String cell, SubjectBuilder subject, RowFlaws flaws) {
        try {
            Attribute attribute = role.attribute();
            if (attribute == null) {
                own(role, cell, subject);
                return;
            }
            Object value = values.read(attribute.type(), attribute.values(), cell);
            if (value != null) {
                subject.attribute(attribute.name(), Dated.of(value));
            }
        } catch (ValueException e) {
            flaws.add(role.header(), cell, e);
        }
    }

    private void own(CustomerColumns.Role role, String cell, SubjectBuilder subject) throws ValueException {
        switch (role.own()) {
            case CustomerColumns.ID -> subject.id(role.header(), cell);
            case CustomerColumns.HOUSEHOLD -> subject.household(role.header(), cell);
            case CustomerColumns.LANGUAGE -> subject.language(role.header(), cell);
            case CustomerColumns.CONSENTS -> subject.consents(role.header(), Values.parts(cell));
            case CustomerColumns.PREFERRED -> subject.preferredChannels(role.header(), Values.parts(cell));
            case CustomerColumns.RFM -> subject.rfm(role.header(), cell);
            default -> subject.value(values.read(Type.NUMBER, Set.of(), cell));
        }
    }

    @Override
    public void close() throws FlawException {
        rows.close();
    }
}
