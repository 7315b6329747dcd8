package org.filorosso.engine.playbook.io;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Playbook.Texts;
import org.filorosso.engine.playbook.Settings;
import org.jspecify.annotations.Nullable;

/** Reads playbook.yaml, except for what names actions and events, which is checked when those are known. */
final class SettingsReader {
    private static final String FORMAT = "filorosso/v1";
    private static final int MOST_NAME = 40;
    private static final Span HISTORY = Span.days(400);
    private static final Span MONTH = Span.days(30);
    private static final List<String> MODELS =
            List.of("first", "last", "linear", "time-decay", "position", "markov", "shapley");

    private final Keyed keys;
    private final PlainLocale locale;
    private final Scalars scalars;

    SettingsReader(Yaml yaml, Problems problems) {
        keys = Keyed.of(yaml, problems)
                .only(
                        "format",
                        "name",
                        "title",
                        "timezone",
                        "currency",
                        "languages",
                        "locale",
                        "history",
                        "purposes",
                        "reasons",
                        "holidays",
                        "value",
                        "attribution",
                        "arbitration",
                        "holdout",
                        "arms",
                        "keep",
                        "import");
        locale = keys.choice("locale", Words.of(PlainLocale.class), PlainLocale.EN);
        scalars = Scalars.of(locale);
    }

    Scalars scalars() {
        return scalars;
    }

    Keyed keys() {
        return keys;
    }

    /** The settings, with neither customer value nor holdout: those name what is not read yet. */
    Settings read() {
        if (!keys.need("format", FORMAT).equals(FORMAT) && keys.has("format")) {
            keys.error("format", "this is not a format we read", "Maybe " + FORMAT + ".");
        }
        Span keep = span("keep", Span.ZERO);
        List<String> languages = languages();
        return new Settings(
                name(),
                new Texts(Map.of(languages.get(0), keys.text("title", keys.text("name", "")))),
                zone(),
                currency(),
                languages,
                span("history", HISTORY),
                purposes(),
                distinct("reasons"),
                holidays(),
                null,
                attribution(),
                new ArbitrationReader(keys.keys("arbitration"), scalars).read(),
                null,
                new ArmsReader(keys, scalars).read(),
                keep.isZero() ? null : keep,
                importId(),
                locale.name().toLowerCase(Locale.ROOT));
    }

    private String name() {
        String name = keys.need("name", "telco");
        boolean spelled = name.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'));
        if (keys.has("name") && (!spelled || name.length() > MOST_NAME)) {
            keys.error(
                    "name",
                    "a playbook's name has small letters, digits and hyphens, 40 at most",
                    "Maybe " + suggestion(name) + ".");
        }
        return name;
    }

    private static String suggestion(String name) {
        StringBuilder plain = new StringBuilder();
        name.toLowerCase(Locale.ROOT)
                .chars()
                .limit(MOST_NAME)
                .forEach(c -> plain.append((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ? (char) c : '-'));
        return plain.toString();
    }

    private ZoneId zone() {
        String zone = keys.text("timezone", "");
        try {
            return zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException e) {
            String hint = Nearest.maybe(zone, new TreeSet<>(ZoneId.getAvailableZoneIds()));
            keys.error(
                    "timezone",
                    "there is no time zone \"" + Characters.visible(zone, 40) + "\"",
                    hint == null ? "Maybe Europe/Rome." : hint);
            return ZoneOffset.UTC;
        }
    }

    private String currency() {
        String currency = keys.text("currency", "EUR");
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(one -> one.getCurrencyCode().equals(currency))) {
            keys.error("currency", "this is no currency code of ISO 4217", "Maybe EUR.");
        }
        return currency;
    }

    private List<String> languages() {
        List<String> languages = new ArrayList<>(distinct("languages"));
        Set<String> known = Set.of(Locale.getISOLanguages());
        for (String language : languages) {
            if (!known.contains(language)) {
                keys.error(
                        "languages",
                        "\"" + Characters.visible(language, 20) + "\" is no language code of ISO 639-1",
                        "Maybe en, it, fr, de or es.");
            }
        }
        return languages.isEmpty() ? List.of("en") : languages;
    }

    private List<String> purposes() {
        List<String> purposes = distinct("purposes");
        if (purposes.contains(Action.SERVICE)) {
            keys.error(
                    "purposes",
                    "the purpose \"service\" is always there and needs no consent",
                    "Maybe leave it out of the list.");
        }
        return purposes;
    }

    private List<String> distinct(String key) {
        List<String> texts = keys.texts(key);
        Set<String> distinct = new LinkedHashSet<>();
        for (String text : texts) {
            if (!distinct.add(text)) {
                keys.error(key, "\"" + Characters.visible(text, 40) + "\" stands twice in the list", "Maybe drop one.");
            }
            Characters.hidden(text)
                    .ifPresent(c -> keys.error(
                            Code.HIDDEN_CHARACTER,
                            key,
                            "\"" + Characters.visible(text, 40) + "\" holds the hidden character "
                                    + Characters.describe(c),
                            "Maybe type the name anew."));
        }
        return List.copyOf(distinct);
    }

    private Set<LocalDate> holidays() {
        Set<LocalDate> holidays = new TreeSet<>();
        for (String text : keys.texts("holidays")) {
            Plain<LocalDate> date = scalars.date(text);
            if (date.value() == null) {
                keys.error("holidays", "\"" + Characters.visible(text, 30) + "\" is no date", date.hint());
            } else {
                holidays.add(date.value());
            }
        }
        return holidays;
    }

    private Settings.Attribution attribution() {
        Keyed attribution = keys.keys("attribution").only("model", "within");
        Map<String, String> models = new LinkedHashMap<>();
        MODELS.forEach(model -> models.put(model, model));
        Span within = attribution.read("within", scalars::duration);
        return new Settings.Attribution(
                attribution.choice("model", models, "last"), Objects.requireNonNullElse(within, MONTH));
    }

    private String importId() {
        return keys.keys("import").only("id").text("id", "id");
    }

    private Span span(String key, Span fallback) {
        String text = keys.text(key);
        if (text != null && text.equals("0")) {
            return Span.ZERO;
        }
        @Nullable Span span = keys.read(key, scalars::duration);
        return span == null ? fallback : span;
    }
}
