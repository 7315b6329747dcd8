package org.filorosso.simulator.customers;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.filorosso.engine.feel.Type;
import org.filorosso.engine.playbook.Settings;
import org.filorosso.engine.playbook.io.Nearest;
import org.jspecify.annotations.Nullable;

/** Turns the texts of data files into values of the types that a playbook declares. Immutable. */
public final class Values {
    private static final Map<String, Boolean> YES_NO =
            Map.of("yes", true, "no", false, "true", true, "false", false, "1", true, "0", false);
    private static final Map<String, Boolean> ITALIAN = Map.of("sì", true, "si", true, "vero", true, "falso", false);

    private final boolean italian;
    private final PlainTimes times;
    private final JsonValues json = new JsonValues(this);

    public Values(Settings settings) {
        this.italian = settings.locale().equals("it");
        this.times = new PlainTimes(settings.zone(), italian);
    }

    /** Dates and times in the playbook's zone. */
    public PlainTimes times() {
        return times;
    }

    /** The same for values that come as JSON. */
    public JsonValues json() {
        return json;
    }

    /**
     * The value of a cell.
     *
     * @param allowed the only values a text or an element of a list may have; empty means any
     * @return null when the cell is blank: the value is missing
     * @throws ValueException if a person would not read the cell as the type, or it is not among those allowed
     */
    public @Nullable Object read(Type type, Set<String> allowed, String cell) throws ValueException {
        String text = cell.strip();
        if (text.isEmpty()) {
            return null;
        }
        return switch (type.kind()) {
            case NUMBER -> PlainNumbers.read(text, italian);
            case BOOLEAN -> yesNo(text);
            case DATE -> times.date(text);
            case DATE_TIME -> times.moment(text);
            case LIST -> type.elements().is(Type.Kind.STRING) ? list(text, allowed) : json.records(text);
            default -> allowed(text, allowed);
        };
    }

    private boolean yesNo(String text) throws ValueException {
        String word = text.toLowerCase(Locale.ROOT);
        Boolean known = YES_NO.get(word);
        if (known == null && italian) {
            known = ITALIAN.get(word);
        }
        if (known == null) {
            throw new ValueException(
                    "is neither yes nor no",
                    italian ? "Maybe sì, no, VERO, FALSO, 1 or 0." : "Maybe yes, no, true, false, 1 or 0.");
        }
        return known;
    }

    private static List<String> list(String text, Set<String> allowed) throws ValueException {
        List<String> parts = parts(text);
        for (String part : parts) {
            allowed(part, allowed);
        }
        return parts;
    }

    /** The parts of a cell between bars, trimmed, without empty ones. */
    static List<String> parts(String text) {
        return Arrays.stream(text.split("\\|", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The text itself, where it may stand. */
    static String allowed(String text, Collection<String> allowed) throws ValueException {
        if (allowed.isEmpty() || allowed.contains(text)) {
            return text;
        }
        throw new ValueException("is not one of the allowed values", Nearest.maybe(text, allowed));
    }
}
