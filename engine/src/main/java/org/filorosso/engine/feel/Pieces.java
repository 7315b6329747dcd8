package org.filorosso.engine.feel;

import java.util.ArrayList;
import java.util.List;

/** Cuts a cell at the commas that stand outside quotes and brackets. */
final class Pieces {
    private static final String NOT = "not";

    private Pieces() {}

    /** @param start where the text stood in the cell */
    record Piece(String text, int start) {}

    static List<Piece> of(String text) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                i = closing(text, i);
            } else if (c == ',' && depth == 0) {
                pieces.add(piece(text, from, i));
                from = i + 1;
            } else {
                depth += step(c);
            }
        }
        pieces.add(piece(text, from, text.length()));
        return pieces;
    }

    private static Piece piece(String text, int from, int to) {
        String part = text.substring(from, to);
        return new Piece(
                part.strip(), from + part.length() - part.stripLeading().length());
    }

    private static int step(char c) {
        return switch (c) {
            case '(', '[', '{' -> 1;
            case ')', ']', '}' -> -1;
            default -> 0;
        };
    }

    /** Where the quote that opens at an index closes; the end of the text when it does not. */
    private static int closing(String text, int open) {
        for (int i = open + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '"') {
                return i;
            }
        }
        return text.length();
    }

    /** Where the inside of {@code not(...)} begins when that is the whole text, else -1. */
    static int negation(String text) {
        int open = text.indexOf('(');
        boolean not = open > 0 && text.substring(0, open).strip().equals(NOT);
        return not && closes(text, open) ? open + 1 : -1;
    }

    private static boolean closes(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                i = closing(text, i);
            } else {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (depth == 0) {
                    return i == text.length() - 1;
                }
            }
        }
        return false;
    }
}
