package org.filorosso.engine.playbook;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an action is said on a channel.
 *
 * @param action index of the action
 * @param channel index of the channel
 * @param placement the only placement it is for, or null for all
 * @param language the only language it is for, or null for all
 * @param texts by part
 */
public record Treatment(
        Row row,
        int action,
        int channel,
        @Nullable String placement,
        @Nullable String language,
        Map<Part, Playbook.Texts> texts) {

    /** The columns of a treatment that people read. */
    public enum Part {
        HEADLINE,
        MESSAGE,
        SCRIPT,
        IF_NO,
        LEGAL,
        URL,
        IMAGE
    }
}
