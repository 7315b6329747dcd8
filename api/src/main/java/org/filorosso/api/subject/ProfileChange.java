package org.filorosso.api.subject;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants stored of a subject. A part that is null was not mentioned and stays; an empty one goes.
 *
 * @param id or an alias
 * @param creates whether a subject that is not known yet comes into being
 * @param version what it must stand at, or null for any
 * @param attributes to set, and empty for those to remove
 * @param consents to set, and empty for those to remove
 * @param aliases all that he has from now on
 */
record ProfileChange(
        String id,
        boolean creates,
        @Nullable Long version,
        @Nullable Optional<String> household,
        @Nullable Optional<String> language,
        @Nullable Part<Profile.Value> attributes,
        @Nullable Part<Profile.Consent> consents,
        @Nullable List<String> preferredChannels,
        @Nullable Optional<String> rfm,
        @Nullable Optional<BigDecimal> value,
        @Nullable List<String> aliases) {

    /**
     * Entries to set, and those to remove.
     *
     * @param whole whether what is not named goes
     */
    record Part<T>(boolean whole, Map<String, Optional<T>> entries) {

        Map<String, T> over(Map<String, T> stored) {
            Map<String, T> merged = new LinkedHashMap<>(whole ? Map.of() : stored);
            entries.forEach((name, entry) ->
                    entry.ifPresentOrElse(value -> merged.put(name, value), () -> merged.remove(name)));
            return merged;
        }
    }

    /** One consent, as an agent records it. */
    static ProfileChange consent(String id, String purpose, Profile.Consent consent) {
        Part<Profile.Consent> part = new Part<>(false, Map.of(purpose, Optional.of(consent)));
        return new ProfileChange(id, true, null, null, null, null, part, null, null, null, null);
    }

    /** The profile as it is from now on. */
    Profile over(Profile stored) {
        return new Profile(
                stored.id(),
                household == null ? stored.household() : household.orElse(null),
                language == null ? stored.language() : language.orElse(null),
                attributes == null ? stored.attributes() : attributes.over(stored.attributes()),
                consents == null ? stored.consents() : latest(consents.over(stored.consents()), stored.consents()),
                preferredChannels == null ? stored.preferredChannels() : preferredChannels,
                new Profile.Worth(
                        rfm == null ? stored.worth().rfm() : rfm.orElse(null),
                        value == null ? stored.worth().value() : value.orElse(null)),
                stored.version() + 1);
    }

    /** What a customer said later is not undone by what he said before, whichever arrives last. */
    private static Map<String, Profile.Consent> latest(
            Map<String, Profile.Consent> wanted, Map<String, Profile.Consent> stored) {
        wanted.replaceAll((purpose, consent) -> {
            Profile.Consent known = stored.get(purpose);
            return known != null && known.at().isAfter(consent.at()) ? known : consent;
        });
        return wanted;
    }

    /** The consents told, newest or not: all of them go into the history of consents. */
    Map<String, Profile.Consent> told() {
        Map<String, Profile.Consent> told = new LinkedHashMap<>();
        if (consents != null) {
            consents.entries().forEach((purpose, entry) -> entry.ifPresent(consent -> told.put(purpose, consent)));
        }
        return told;
    }

    /** Whether it says the same as another consent, whenever it was said. */
    static boolean same(Profile.Consent one, Profile.@Nullable Consent other) {
        return other != null
                && one.granted() == other.granted()
                && java.util.Objects.equals(one.source(), other.source())
                && java.util.Objects.equals(one.until(), other.until());
    }

    /** The instant that counts where none was told. */
    static Instant or(@Nullable Instant told, Instant arrival) {
        return told == null ? arrival : told;
    }
}
