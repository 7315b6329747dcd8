package org.filorosso.simulator.world;

import java.util.Arrays;
import java.util.List;
import org.filorosso.engine.playbook.io.WorldReader;

/** What a world may read of one contact besides what rules may read: the simulator works it out for every offer. */
public enum ContactTrait {
    /** Outbound contacts in the 7 days before. */
    RECENT_CONTACTS("recent contacts", "number", true),
    /** Whether we come on a channel that is not among those the customer named. */
    UNWANTED_CHANNEL("unwanted channel", "boolean", true),
    /** Whether the offer contradicts what the customer told us: he turned it down a week ago, or has a case open. */
    INCOHERENT("incoherent", "boolean", true),
    /** Whether the offer takes up what the customer left open in the last 30 days: a later, or a click. */
    CONTINUES("continues", "boolean", true),
    /** Place of the offer in the answer, from 1. */
    RANK("rank", "number", false),
    /** 0..10. */
    SATISFACTION("satisfaction", "number", false);

    /** What differs between the offers of one contact. */
    public static final List<ContactTrait> OF_OFFER = List.of(INCOHERENT, CONTINUES, RANK);

    private final String words;
    private final String type;
    private final boolean builtIn;

    ContactTrait(String words, String type, boolean builtIn) {
        this.words = words;
        this.type = type;
        this.builtIn = builtIn;
    }

    /** The name in conditions. */
    public String words() {
        return words;
    }

    /** Whether what it does to customers is an assumption that a verdict must do without. */
    boolean builtIn() {
        return builtIn;
    }

    /** All of them, as names. */
    public static List<WorldReader.Trait> traits() {
        return Arrays.stream(values())
                .map(trait -> new WorldReader.Trait(trait.words, "context", trait.type))
                .toList();
    }
}
