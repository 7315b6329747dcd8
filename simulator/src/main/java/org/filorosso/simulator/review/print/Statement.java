package org.filorosso.simulator.review.print;

import java.util.List;

/**
 * One row of a table in words.
 *
 * @param id of the row, or the name that stands for it
 * @param source such as {@code engagement.csv:31}
 * @param sentence what it says; what stands between back quotes is code
 * @param reason the reason given, may be empty
 * @param quotes texts that customers or agents are given, word for word
 */
record Statement(String id, String source, String sentence, String reason, List<Quote> quotes) {

    Statement(String id, String source, String sentence, String reason) {
        this(id, source, sentence, reason, List.of());
    }

    /**
     * A text word for word.
     *
     * @param part what it is, such as "Legal text"
     * @param language of the text
     */
    record Quote(String part, String language, String text) {}
}
