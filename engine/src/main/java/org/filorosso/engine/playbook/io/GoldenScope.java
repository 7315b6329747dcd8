package org.filorosso.engine.playbook.io;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/** What golden customers are read against: the names of their playbook, its zone and locale, and the problems so far. */
record GoldenScope(Playbook playbook, Problems problems, boolean italian) {
    private static final int LISTED = 20;
    private static final Scalars PLAIN = Scalars.ofData(PlainLocale.EN);
    private static final Scalars ITALIAN = Scalars.ofData(PlainLocale.IT);

    static GoldenScope of(Playbook playbook, Problems problems) {
        return new GoldenScope(playbook, problems, playbook.settings().locale().equals("it"));
    }

    /**
     * A plain value as YAML writes it or, in a playbook whose locale is Italian, as Italians do. YAML comes first: 1.234
     * can be read in two ways in a spreadsheet, not here.
     */
    <T> Plain<T> plain(BiFunction<Scalars, String, Plain<T>> reader, String text) {
        Plain<T> plain = reader.apply(PLAIN, text);
        return plain.isRefused() && italian ? reader.apply(ITALIAN, text) : plain;
    }

    ZoneId zone() {
        return playbook.settings().zone();
    }

    /** A time of the playbook's zone; a bare date is its first moment. */
    Instant instant(Moment moment) {
        LocalTime time = moment.time();
        return time == null
                ? moment.date().atStartOfDay(zone()).toInstant()
                : moment.date().atTime(time).atZone(zone()).toInstant();
    }

    List<String> actions() {
        return playbook.catalogue().actions().stream().map(Action::name).toList();
    }

    List<String> channels() {
        return playbook.tables().channels().stream().map(Channel::name).toList();
    }

    @Nullable
    Channel channel(String name) {
        return playbook.tables().channels().stream()
                .filter(channel -> channel.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    void error(Code code, Yaml at, String key, String message, @Nullable String hint) {
        String shown = at instanceof Yaml.Scalar scalar ? scalar.text() : null;
        problems.add(Problem.error(code, at.file(), at.line(), message)
                .at(key, shown)
                .maybe(hint));
    }

    /** Says that a name is not one of the playbook's. */
    void unknown(Yaml at, String key, String what, String name, Collection<String> valid) {
        String message = "there is no " + what + " \"" + Characters.visible(name, 80) + "\"";
        String near = Nearest.maybe(name, valid);
        boolean few = near == null && !valid.isEmpty() && valid.size() <= LISTED;
        error(
                Code.GOLDEN_UNKNOWN_NAME,
                at,
                key,
                message,
                few ? "Maybe one of " + String.join(", ", valid) + "." : near);
    }
}
