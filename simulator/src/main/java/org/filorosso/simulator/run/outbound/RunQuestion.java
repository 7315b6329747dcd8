package org.filorosso.simulator.run.outbound;

import java.util.List;
import org.filorosso.simulator.run.Question;

/**
 * What a run is asked to do.
 *
 * @param questions one for each channel that may be used, in file order, all of one time; at least one
 * @param seed decides among customers to whom a place is worth the same
 */
public record RunQuestion(List<Question> questions, Preference preference, long seed) {

    public RunQuestion {
        questions = List.copyOf(questions);
    }

    /** The same at another time. */
    public RunQuestion at(java.time.ZonedDateTime time) {
        return new RunQuestion(
                questions.stream().map(question -> question.at(time)).toList(), preference, seed);
    }

    java.time.ZonedDateTime at() {
        return questions.get(0).at();
    }
}
