package org.filorosso.api.subject;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.filorosso.api.problem.Fault;
import org.filorosso.api.subject.ProfileChange.Part;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.FlawException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Subjects in CSV, with the columns of one playbook: a blank cell is missing, a column that is not there says nothing. */
final class CsvSubjects implements ImportedRow.Source {
    private final CustomerFile file;
    private final List<String> attributes;
    private final Set<String> columns;
    private final Instant now;

    /** @throws FlawException if the body cannot be read, or its header is wrong */
    CsvSubjects(DataFile body, Playbook playbook, Instant now) throws FlawException {
        // numbers of rows name nobody beyond one file
        String id = playbook.settings().importId().equalsIgnoreCase("row") ? "id" : null;
        this.file = CustomerFile.open(playbook, new CustomerFile.Options(id, false), body);
        this.columns = file.columns();
        this.attributes = playbook.tables().attributes().stream()
                .map(Attribute::name)
                .filter(columns::contains)
                .toList();
        this.now = now;
    }

    @Override
    public @Nullable ImportedRow next() throws FlawException {
        List<CustomerFile.Row> rows = file.next(1);
        if (rows.isEmpty()) {
            return null;
        }
        CustomerFile.Row row = rows.get(0);
        try {
            return row(row.line(), row.subject());
        } catch (FlawException e) {
            return ImportedRow.refused(row.line(), e);
        }
    }

    private ImportedRow row(long line, Subject subject) {
        String household = subject.household();
        for (String id : household == null ? List.of(subject.id()) : List.of(subject.id(), household)) {
            if (!Ids.valid(id)) {
                return new ImportedRow(line, null, List.of(new Fault("/id", Ids.MESSAGE, id, Ids.HINT)));
            }
        }
        return new ImportedRow(line, change(subject), List.of());
    }

    private ProfileChange change(Subject subject) {
        Subject.Worth worth = subject.worth();
        return new ProfileChange(
                subject.id(),
                true,
                null,
                told("household", subject::household),
                told("language", subject::language),
                new Part<>(false, attributes(subject)),
                new Part<>(false, consents(subject)),
                columns.contains("preferred channels") ? subject.preferredChannels() : null,
                told("rfm", () -> worth == null ? null : worth.rfm()),
                told(
                        "customer value",
                        () -> worth == null || worth.value() == null ? null : BigDecimal.valueOf(worth.value())),
                null);
    }

    private <T> @Nullable Optional<T> told(String column, Supplier<@Nullable T> value) {
        return columns.contains(column) ? Optional.ofNullable(value.get()) : null;
    }

    private Map<String, Optional<Profile.Value>> attributes(Subject subject) {
        Map<String, Optional<Profile.Value>> told = new HashMap<>();
        for (String attribute : attributes) {
            Subject.Dated known = subject.attributes().get(attribute);
            told.put(
                    attribute,
                    known == null ? Optional.empty() : Optional.of(new Profile.Value(json(known.value()), now)));
        }
        return told;
    }

    private Map<String, Optional<Profile.Consent>> consents(Subject subject) {
        Map<String, Optional<Profile.Consent>> told = new HashMap<>();
        subject.consents()
                .forEach((purpose, consent) ->
                        told.put(purpose, Optional.of(new Profile.Consent(consent.granted(), now, "import", null))));
        return told;
    }

    /** Dates as texts, which is how they are read again. */
    private static JsonNode json(Object value) {
        return value instanceof java.time.ZonedDateTime time
                ? StoredJson.mapper().valueToTree(time.toOffsetDateTime().toString())
                : value instanceof java.time.LocalDate date
                        ? StoredJson.mapper().valueToTree(date.toString())
                        : StoredJson.mapper().valueToTree(value);
    }
}
