package org.filorosso.simulator.population;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.history.Event;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.EventType;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.simulator.log.CsvText;
import org.jspecify.annotations.Nullable;

/** Customers and their past as CSV that {@code --customers}, {@code --history} and {@code --events} read. */
public final class CustomerCsv {
    private final Playbook playbook;
    private final List<String> attributes;
    private final List<String> fields;
    private final boolean numbered;
    private final boolean italian;

    public CustomerCsv(Playbook playbook) {
        this.playbook = playbook;
        this.attributes = playbook.tables().attributes().stream()
                .filter(attribute -> attribute.source() == Attribute.Source.CUSTOMER)
                .map(Attribute::name)
                .toList();
        this.fields = playbook.tables().events().stream()
                .map(EventType::fields)
                .flatMap(declared -> declared.keySet().stream())
                .distinct()
                .sorted()
                .toList();
        this.numbered = playbook.settings().importId().toLowerCase(Locale.ROOT).equals("row");
        this.italian = playbook.settings().locale().equals("it");
    }

    /** The header of customers; without an id where the playbook numbers the rows. */
    public String header() {
        List<String> columns = new ArrayList<>();
        if (!numbered) {
            columns.add(playbook.settings().importId());
        }
        columns.addAll(List.of("household", "language", "consents", "preferred channels"));
        columns.addAll(attributes);
        return new CsvText().row(columns.toArray(String[]::new)).toString();
    }

    /** One customer. */
    public String row(Subject subject) {
        CsvText csv = new CsvText();
        if (!numbered) {
            csv.text(subject.id());
        }
        csv.text(subject.household())
                .text(subject.language())
                .text(consents(subject))
                .text(String.join("|", subject.preferredChannels()));
        for (String attribute : attributes) {
            Subject.Dated dated = subject.attributes().get(attribute);
            cell(csv, dated == null ? null : dated.value());
        }
        return csv.end().toString();
    }

    /** Purposes by name, those refused with a minus; a bar before a minus that a spreadsheet program would calculate with. */
    private static String consents(Subject subject) {
        String consents = new TreeMap<>(subject.consents())
                .entrySet().stream()
                        .map(consent -> (consent.getValue().granted() ? "" : "-") + consent.getKey())
                        .collect(Collectors.joining("|"));
        return consents.startsWith("-") ? "|" + consents : consents;
    }

    private void cell(CsvText csv, @Nullable Object value) {
        if (value instanceof BigDecimal number && !italian) {
            csv.number(number);
        } else {
            csv.text(text(value));
        }
    }

    private String text(@Nullable Object value) {
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString().replace('.', italian ? ',' : '.');
        }
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining("|"));
        }
        return value == null ? "" : value.toString();
    }

    public String historyHeader() {
        return new CsvText()
                .row(
                        "id",
                        "at",
                        "action",
                        "outcome",
                        "channel",
                        "direction",
                        "value",
                        "price",
                        "interaction",
                        "resume at")
                .toString();
    }

    /** The past outcomes of one customer. */
    public String history(String id, List<Interaction> rows) {
        CsvText csv = new CsvText();
        for (Interaction row : rows) {
            csv.text(id)
                    .text(row.at().toString())
                    .text(row.action())
                    .text(row.outcome().code())
                    .text(row.channel())
                    .text(row.direction().code());
            cell(csv, row.details().value());
            cell(csv, row.details().price());
            csv.text(row.id());
            var resumeAt = row.details().resumeAt();
            csv.text(resumeAt == null ? "" : resumeAt.toString()).end();
        }
        return csv.toString();
    }

    public String eventsHeader() {
        List<String> columns = new ArrayList<>(List.of("id", "at", "event", "key"));
        columns.addAll(fields);
        return new CsvText().row(columns.toArray(String[]::new)).toString();
    }

    /** The past events of one customer. */
    public String events(String id, List<Event> events) {
        CsvText csv = new CsvText();
        for (Event event : events) {
            Map<String, Object> known = new HashMap<>(event.fields());
            csv.text(id).text(event.at().toString()).text(event.event()).text(event.key());
            fields.forEach(field -> cell(csv, known.get(field)));
            csv.end();
        }
        return csv.toString();
    }
}
