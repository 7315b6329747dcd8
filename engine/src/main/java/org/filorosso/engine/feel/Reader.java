package org.filorosso.engine.feel;

import java.time.ZoneId;

/** Reads one text. */
final class Reader {
    private final Names names;
    private final Vocabulary vocabulary;
    private final ZoneId zone;

    Reader(Names names, Vocabulary vocabulary, ZoneId zone) {
        this.names = names;
        this.vocabulary = vocabulary;
        this.zone = zone;
    }

    Expr expression(String text) throws FeelException {
        throw new FeelException("Expressions are not read yet: " + text + names.size() + vocabulary + zone, null, 0);
    }

    Test cell(String text, int slot) throws FeelException {
        throw new FeelException("Cells are not read yet: " + text + slot, null, 0);
    }
}
