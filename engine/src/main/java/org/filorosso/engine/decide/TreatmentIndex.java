package org.filorosso.engine.decide;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Treatment;
import org.jspecify.annotations.Nullable;

/** The treatments of each action on each channel, in file order. */
final class TreatmentIndex {

    private final int channels;
    private final List<List<Treatment>> cells = new ArrayList<>();

    TreatmentIndex(Playbook playbook) {
        this.channels = playbook.tables().channels().size();
        for (int i = 0; i < channels * playbook.catalogue().size(); i++) {
            cells.add(List.of());
        }
        for (Treatment treatment : playbook.tables().treatments()) {
            int cell = treatment.action() * channels + treatment.channel();
            if (cells.get(cell).isEmpty()) {
                cells.set(cell, new ArrayList<>(2));
            }
            cells.get(cell).add(treatment);
        }
    }

    List<Treatment> of(int action, int channel) {
        return cells.get(action * channels + channel);
    }

    /**
     * The first matching treatment for a placement whose language is the request's or empty, else the first of the
     * default language.
     *
     * @return null when there is none
     */
    @Nullable
    Treatment choose(List<Treatment> treatments, String placement, Languages languages, BitSet matched) {
        Treatment second = null;
        for (Treatment treatment : treatments) {
            String place = treatment.placement();
            if ((place != null && !place.equals(placement))
                    || !matched.get(treatment.row().index())) {
                continue;
            }
            String language = treatment.language();
            if (language == null || language.equals(languages.asked())) {
                return treatment;
            }
            if (second == null && language.equals(languages.standard())) {
                second = treatment;
            }
        }
        return second;
    }

    /** The language asked for and the playbook's default. */
    record Languages(String asked, String standard) {}
}
