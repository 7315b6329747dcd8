package org.filorosso.engine.decide;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.TextTemplate;
import org.filorosso.engine.playbook.Treatment;
import org.jspecify.annotations.Nullable;

/** Fills the placeholders of an action's texts for one customer, in the form of the language. */
final class Wording {

    private final Deciding deciding;
    private final Locale locale;
    private final Action action;
    private final Pricing.Quoted terms;

    Wording(Deciding deciding, int action) {
        this.deciding = deciding;
        this.locale = Locale.forLanguageTag(deciding.language());
        this.action = deciding.action(action);
        this.terms = deciding.pricing.of(action);
    }

    String title() {
        return deciding.text(action.title());
    }

    Map<Treatment.Part, String> texts(Treatment treatment) {
        Map<Treatment.Part, String> texts = new EnumMap<>(Treatment.Part.class);
        for (Map.Entry<Treatment.Part, Playbook.Texts> part : treatment.texts().entrySet()) {
            String language = treatment.language() == null ? deciding.language() : treatment.language();
            String text =
                    part.getValue().in(language, deciding.playbook().settings().defaultLanguage());
            if (!text.isEmpty()) {
                texts.put(part.getKey(), fill(text));
            }
        }
        return texts;
    }

    private String fill(String text) {
        return text.indexOf('{') < 0 ? text : TextTemplate.of(text).fill(this::value);
    }

    /** The words for a placeholder, or null when there is nothing to say. */
    private @Nullable String value(String name) {
        return switch (name) {
            case "title" -> title();
            case "price" -> terms.price() == null ? null : form(terms.price());
            case "quote until" -> quoteUntil();
            default -> attribute(name);
        };
    }

    private @Nullable String quoteUntil() {
        State.Quote honoured = terms.honoured();
        Span valid = action.limits().quoteValid();
        if (honoured != null) {
            return form(honoured.until().atZone(deciding.now.getZone()).toLocalDate());
        }
        return valid == null ? null : form(valid.after(deciding.now).toLocalDate());
    }

    private @Nullable String attribute(String name) {
        var slot = deciding.playbook().names().find(name);
        Object value = slot.isPresent() ? deciding.fact.value(slot.getAsInt()) : null;
        return value == null ? null : form(value);
    }

    private String form(Object value) {
        if (value instanceof BigDecimal number) {
            return number(number);
        }
        if (value instanceof LocalDate date) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(locale)
                    .format(date);
        }
        if (value instanceof ZonedDateTime time) {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                    .withLocale(locale)
                    .format(time);
        }
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : value.toString();
    }

    /** Whole numbers bare, others with two digits: amounts are what texts show most. */
    private String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        format.setMinimumFractionDigits(whole ? 0 : 2);
        format.setMaximumFractionDigits(whole ? 0 : 2);
        return format.format(number);
    }
}
