package org.filorosso.api.decision;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.history.Event;
import org.filorosso.engine.history.History;
import org.filorosso.engine.history.Interaction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.dataformat.smile.SmileFactory;
import tools.jackson.dataformat.smile.SmileWriteFeature;

/**
 * Packs facts: Smile, which is JSON in binary that names each word once. Arrays stand for records, so the order of their
 * fields is part of the form.
 */
final class FactsWriter {
    private static final long NANOS_PER_MICRO = 1_000;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final SmileFactory SMILE = SmileFactory.builder()
            .enable(SmileWriteFeature.CHECK_SHARED_STRING_VALUES)
            .build();

    private final JsonGenerator json;

    private FactsWriter(JsonGenerator json) {
        this.json = json;
    }

    /** @param read what of the counters was read, by name */
    static Facts.Packed pack(Facts facts, Map<String, BigDecimal> read) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
        try (JsonGenerator json = SMILE.createGenerator(ObjectWriteContext.empty(), bytes)) {
            new FactsWriter(json).facts(facts, read);
        }
        byte[] packed = bytes.toByteArray();
        return new Facts.Packed(packed, BodyDigest.sha256(packed));
    }

    private void facts(Facts facts, Map<String, BigDecimal> read) {
        json.writeStartObject();
        json.writeNumberProperty("v", 1);
        json.writeName("subject");
        subject(facts.subject());
        json.writeName("request");
        request(facts.request());
        json.writeName("state");
        state(facts.state(), facts.learntId(), read);
        json.writeEndObject();
    }

    private void subject(Subject subject) {
        json.writeStartArray();
        json.writeString(subject.id());
        text(subject.household());
        text(subject.language());
        attributes(subject.attributes());
        consents(subject.consents());
        texts(subject.preferredChannels());
        texts(subject.lists().stream().sorted().toList());
        history(subject.past());
        history(subject.householdPast());
        worth(subject.worth());
        json.writeEndArray();
    }

    private void attributes(Map<String, Subject.Dated> attributes) {
        json.writeStartObject();
        attributes.forEach((name, dated) -> {
            json.writeName(name);
            json.writeStartArray();
            value(dated.value());
            if (dated.asOf() != null) {
                time(dated.asOf());
            }
            json.writeEndArray();
        });
        json.writeEndObject();
    }

    private void consents(Map<String, Subject.Consent> consents) {
        json.writeStartObject();
        consents.forEach((purpose, consent) -> {
            json.writeName(purpose);
            json.writeStartArray();
            json.writeBoolean(consent.granted());
            time(consent.at());
            time(consent.until());
            json.writeEndArray();
        });
        json.writeEndObject();
    }

    private void history(History history) {
        json.writeStartArray();
        json.writeStartArray();
        history.interactions().forEach(this::interaction);
        json.writeEndArray();
        json.writeStartArray();
        history.events().forEach(this::event);
        json.writeEndArray();
        json.writeEndArray();
    }

    private void interaction(Interaction row) {
        Interaction.Details details = row.details();
        json.writeStartArray();
        json.writeString(row.id());
        time(row.at());
        json.writeString(row.action());
        json.writeString(row.outcome().code());
        json.writeString(row.channel());
        json.writeString(row.direction().code());
        json.writeNumber(row.rank());
        if (!details.equals(Interaction.Details.NONE)) {
            number(details.value());
            number(details.price());
            text(details.treatment());
            text(details.reason());
            time(details.resumeAt());
            text(details.by());
        }
        json.writeEndArray();
    }

    private void event(Event event) {
        json.writeStartArray();
        time(event.at());
        json.writeString(event.event());
        json.writeString(event.key());
        value(event.fields());
        json.writeEndArray();
    }

    private void worth(Subject.@Nullable Worth worth) {
        json.writeStartArray();
        if (worth != null) {
            text(worth.rfm());
            real(worth.value());
        }
        json.writeEndArray();
    }

    private void request(Request request) {
        json.writeStartArray();
        json.writeString(request.interactionId());
        time(request.at());
        json.writeString(request.channel());
        json.writeString(request.direction().code());
        json.writeStartArray();
        request.placements().forEach(placement -> {
            json.writeString(placement.name());
            json.writeNumber(placement.items());
        });
        json.writeEndArray();
        value(request.contexts());
        text(request.language());
        json.writeString(request.explain().name());
        json.writeEndArray();
    }

    private void state(State state, @Nullable String learntId, Map<String, BigDecimal> read) {
        json.writeStartArray();
        value(read);
        quotes(state.quotes());
        text(learntId);
        stops(state.stops());
        json.writeBoolean(state.consentKnown());
        real(state.daysInStage());
        text(state.fixed().arm());
        value(state.fixed().variants());
        json.writeEndArray();
    }

    private void quotes(List<State.Quote> quotes) {
        json.writeStartArray();
        quotes.forEach(quote -> {
            json.writeStartArray();
            json.writeString(quote.action());
            json.writeNumber(quote.price());
            json.writeString(quote.channel());
            time(quote.at());
            time(quote.until());
            json.writeEndArray();
        });
        json.writeEndArray();
    }

    private void stops(List<State.Stop> stops) {
        json.writeStartArray();
        stops.forEach(stop -> {
            json.writeStartArray();
            json.writeString(stop.id());
            json.writeString(stop.target());
            text(stop.channel());
            time(stop.until());
            json.writeString(stop.reason());
            json.writeEndArray();
        });
        json.writeEndArray();
    }

    private void texts(List<String> texts) {
        json.writeStartArray();
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private void text(@Nullable String text) {
        json.writeString(text);
    }

    private void number(@Nullable BigDecimal number) {
        json.writeNumber(number);
    }

    private void real(@Nullable Double real) {
        if (real == null) {
            json.writeNull();
        } else {
            json.writeNumber(real);
        }
    }

    /** Microseconds where that is exact: both databases keep no less. */
    private void time(@Nullable Instant at) {
        if (at == null) {
            json.writeNull();
        } else if (at.getNano() % NANOS_PER_MICRO == 0
                && Math.abs(at.getEpochSecond()) < Long.MAX_VALUE / MICROS_PER_SECOND - 1) {
            json.writeNumber(at.getEpochSecond() * MICROS_PER_SECOND + at.getNano() / NANOS_PER_MICRO);
        } else {
            json.writeString(at.toString());
        }
    }

    private void value(@Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean known) {
            json.writeBoolean(known);
        } else if (value instanceof Collection<?> many) {
            json.writeStartArray();
            many.forEach(this::value);
            json.writeEndArray();
        } else if (value instanceof Map<?, ?> fields) {
            json.writeStartObject();
            fields.forEach((name, field) -> {
                json.writeName(String.valueOf(name));
                value(field);
            });
            json.writeEndObject();
        } else {
            dated(value);
        }
    }

    /** Dates are marked, since JSON has none: {@code {"": "2026-03-01"}}; no attribute or field has an empty name. */
    private void dated(Object value) {
        if (!(value instanceof LocalDate || value instanceof ZonedDateTime)) {
            throw new IllegalStateException("A fact of " + value.getClass() + " is of no type a playbook has");
        }
        json.writeStartObject();
        json.writeStringProperty("", value.toString());
        json.writeEndObject();
    }
}
