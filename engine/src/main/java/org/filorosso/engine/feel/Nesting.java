package org.filorosso.engine.feel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.kie.dmn.feel.parser.feel11.FEEL_1_1Lexer;

/**
 * Measures how deep a text nests: open brackets, the words that open an expression inside another ({@code if},
 * {@code some}, {@code in} without brackets ...), runs of signs and the parts of a path, because each is a recursion of
 * the parser. Chains of operators are bounded as well: the parser's tree is as deep as they are long, and its time
 * grows faster than their length.
 */
final class Nesting {
    private static final Set<Integer> OPENING =
            Set.of(FEEL_1_1Lexer.LPAREN, FEEL_1_1Lexer.LBRACK, FEEL_1_1Lexer.LBRACE);
    private static final Set<Integer> CLOSING =
            Set.of(FEEL_1_1Lexer.RPAREN, FEEL_1_1Lexer.RBRACK, FEEL_1_1Lexer.RBRACE);
    private static final Set<Integer> WORDS = Set.of(
            FEEL_1_1Lexer.IF,
            FEEL_1_1Lexer.SOME,
            FEEL_1_1Lexer.EVERY,
            FEEL_1_1Lexer.FOR,
            FEEL_1_1Lexer.FUNCTION,
            FEEL_1_1Lexer.IN);
    private static final Set<Integer> SIGNS = Set.of(
            FEEL_1_1Lexer.SUB,
            FEEL_1_1Lexer.ADD,
            FEEL_1_1Lexer.LT,
            FEEL_1_1Lexer.GT,
            FEEL_1_1Lexer.LE,
            FEEL_1_1Lexer.GE,
            FEEL_1_1Lexer.EQUAL,
            FEEL_1_1Lexer.NOTEQUAL);

    private static final Set<Integer> JOINS = Set.of(
            FEEL_1_1Lexer.SUB,
            FEEL_1_1Lexer.ADD,
            FEEL_1_1Lexer.MUL,
            FEEL_1_1Lexer.DIV,
            FEEL_1_1Lexer.POW,
            FEEL_1_1Lexer.AND,
            FEEL_1_1Lexer.OR,
            FEEL_1_1Lexer.BETWEEN,
            FEEL_1_1Lexer.IN);
    private static final int MAX_JOINS = 200;
    private static final int MAX_IN = 40;

    private final Deque<Integer> words = new ArrayDeque<>();
    private int inWords;
    private int signs;
    private int dots;
    private int calls;
    private boolean closed;
    private int joins;
    private int ins;

    private Nesting() {
        words.push(0);
    }

    static void check(List<Token> tokens) throws FeelException {
        Nesting nesting = new Nesting();
        for (int i = 0; i < tokens.size(); i++) {
            boolean bracketNext = i + 1 < tokens.size() && tokens.get(i + 1).getType() == FEEL_1_1Lexer.LPAREN;
            nesting.step(tokens.get(i), bracketNext);
            nesting.refuse(tokens.get(i));
        }
    }

    private void refuse(Token token) throws FeelException {
        String hint = "Maybe a derived attribute for a part of it";
        if (depth() > Guard.MAX_DEPTH || calls > Guard.MAX_DEPTH) {
            throw Guard.at(token, "The expression nests deeper than " + Guard.MAX_DEPTH, hint);
        }
        if (joins > MAX_JOINS || ins > MAX_IN) {
            String limit = ins > MAX_IN ? MAX_IN + " times \"in\"" : MAX_JOINS + " operators";
            throw Guard.at(token, "The expression has more than " + limit, hint);
        }
    }

    private void step(Token token, boolean bracketNext) {
        int type = token.getType();
        signs = SIGNS.contains(type) ? signs + 1 : 0;
        joins += JOINS.contains(type) ? 1 : 0;
        ins += type == FEEL_1_1Lexer.IN ? 1 : 0;
        calls += closed && OPENING.contains(type) ? 1 : 0;
        closed = CLOSING.contains(type);
        path(type);
        if (OPENING.contains(type)) {
            words.push(0);
        } else if (CLOSING.contains(type) && words.size() > 1) {
            inWords -= words.pop();
        } else if (WORDS.contains(type) && !(type == FEEL_1_1Lexer.IN && bracketNext)) {
            words.push(words.pop() + 1);
            inWords++;
        } else if (type == FEEL_1_1Lexer.COMMA) {
            inWords -= words.pop();
            words.push(0);
        }
    }

    private void path(int type) {
        if (type == FEEL_1_1Lexer.DOT) {
            dots++;
        } else if (type != FEEL_1_1Lexer.Identifier) {
            dots = 0;
        }
    }

    private int depth() {
        return words.size() - 1 + inWords + Math.max(Math.max(0, signs - 1), dots);
    }
}
