package org.filorosso.engine.playbook.io;

import java.util.ArrayList;
import java.util.List;

/** The places in a text that are filled in for each customer: {@code {first name|customer}}. */
final class Places {
    private Places() {}

    /**
     * The names in the places of a text, in order.
     *
     * @throws IllegalArgumentException if a brace is opened and not closed, or the other way round
     */
    static List<String> of(String text) {
        List<String> names = new ArrayList<>();
        int open = text.indexOf('{');
        int end = 0;
        while (open >= 0) {
            int close = text.indexOf('}', open);
            String name = close < 0 ? "{" : text.substring(open + 1, close);
            if (name.indexOf('{') >= 0 || text.substring(end, open).indexOf('}') >= 0) {
                throw new IllegalArgumentException("a brace has no partner");
            }
            int bar = name.indexOf('|');
            names.add(Line.trim(bar < 0 ? name : name.substring(0, bar)));
            end = close + 1;
            open = text.indexOf('{', end);
        }
        if (text.indexOf('}', end) >= 0) {
            throw new IllegalArgumentException("a brace has no partner");
        }
        return names;
    }
}
