package org.filorosso.api.subject;

import java.util.regex.Pattern;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;

/** Ids as they may stand on the wire. */
final class Ids {
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._:@+-]{1,64}");

    /** What is wrong with one that may not. */
    static final String MESSAGE = "is no id";

    static final String HINT = "Maybe 1 to 64 letters, digits and . _ : @ + -";

    private Ids() {}

    static boolean valid(String id) {
        return VALID.matcher(id).matches();
    }

    /** @throws Refusal if the id of a path is none */
    static String check(String id) {
        if (!valid(id)) {
            throw Refusal.at(Kind.INVALID, "/id", MESSAGE, id, HINT);
        }
        return id;
    }
}
