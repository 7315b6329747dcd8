package org.filorosso.engine.feel;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.kie.dmn.feel.parser.feel11.FEEL_1_1Lexer;

/**
 * Refuses a text before it is parsed: what is too long or too deep for the parser's stack, and what the parser would
 * silently read as something else than its author meant. Works on the parser's own tokens, so that both agree on what
 * a quote is.
 */
final class Guard {
    static final int MAX_LENGTH = 2_000;
    static final int MAX_DEPTH = 12;
    private static final Pattern DECIMAL = Pattern.compile("\\d*\\.?\\d+([eE][+-]?\\d+)?");
    private static final int MAX_NUMBER = 40;
    private static final int MAX_EXPONENT = 30;
    private static final Map<String, String> PAIRS = Map.of(
            "=>", "Maybe >=",
            "=<", "Maybe <=",
            "<>", "Maybe !=",
            "==", "Maybe =",
            "><", "Maybe !=",
            "=!", "Maybe !=");
    private static final Map<String, String> SIGNS = Map.of(
            "%", "Maybe 0.2 for 20%",
            "&", "Maybe and",
            "|", "Maybe or",
            "!", "Maybe not(...)",
            ";", "Maybe a comma",
            "'", "Maybe double quotes",
            "\u201C", "Maybe straight quotes",
            "\u201D", "Maybe straight quotes",
            "\"", "Maybe a quote is not closed");

    private final String text;
    private final List<Token> tokens;

    private Guard(String text) {
        this.text = text;
        FEEL_1_1Lexer lexer = new FEEL_1_1Lexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        CommonTokenStream stream = new CommonTokenStream(lexer);
        stream.fill();
        tokens = stream.getTokens().stream()
                .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL && token.getType() != Token.EOF)
                .toList();
    }

    /** @throws FeelException when the text is empty, too long, too deep, or holds what the parser would misread */
    static void check(String text) throws FeelException {
        if (text.isBlank()) {
            throw new FeelException("There is no expression", null, 0);
        }
        checkLength(text);
        checkHidden(text);
        Guard guard = new Guard(text);
        Nesting.check(guard.tokens);
        guard.gaps();
        guard.signs();
        guard.numbers();
    }

    /** @throws FeelException when the text is too long or too deep */
    static void checkSize(String text) throws FeelException {
        checkLength(text);
        checkHidden(text);
        Nesting.check(new Guard(text).tokens);
    }

    private static void checkLength(String text) throws FeelException {
        if (text.length() > MAX_LENGTH) {
            throw new FeelException(
                    "The text is " + text.length() + " characters long and must not be longer than " + MAX_LENGTH,
                    "Maybe a derived attribute for a part of it",
                    0);
        }
    }

    /** What nobody sees could make two texts that look alike differ, or show one in another order than it is read. */
    private static void checkHidden(String text) throws FeelException {
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int character = text.codePointAt(i);
            if (isHidden(character)) {
                String code = String.format(Locale.ROOT, "U+%04X", character);
                throw new FeelException("The text holds the hidden character " + code, "Maybe type it anew", i);
            }
        }
    }

    private static boolean isHidden(int character) {
        int type = Character.getType(character);
        return type == Character.FORMAT
                || type == Character.SURROGATE
                || (type == Character.CONTROL && !Character.isWhitespace(character));
    }

    /** Between two tokens there is but white space: comments are not for cells. */
    private void gaps() throws FeelException {
        int end = 0;
        for (Token token : tokens) {
            blank(end, token.getStartIndex());
            end = token.getStopIndex() + 1;
        }
        blank(end, text.codePointCount(0, text.length()));
    }

    private void blank(int from, int to) throws FeelException {
        int start = text.offsetByCodePoints(0, from);
        int end = text.offsetByCodePoints(0, Math.max(from, to));
        if (!Texts.blank(text.substring(start, end))) {
            throw new FeelException("A comment cannot stand in an expression", "Maybe in the column note", from);
        }
    }

    private void signs() throws FeelException {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            String hint = SIGNS.get(token.getText());
            if (hint != null) {
                throw at(token, "\"" + token.getText() + "\" is not part of the language", hint);
            }
            if (i > 0 && touch(tokens.get(i - 1), token)) {
                pair(tokens.get(i - 1), token);
            }
        }
    }

    private void pair(Token left, Token right) throws FeelException {
        String hint = PAIRS.get(left.getText() + right.getText());
        if (hint != null) {
            throw at(left, "\"" + left.getText() + right.getText() + "\" is no comparison", hint);
        }
    }

    private void numbers() throws FeelException {
        for (int i = 0; i < tokens.size(); i++) {
            if (number(tokens.get(i))) {
                number(i);
            }
        }
    }

    private void number(int i) throws FeelException {
        Token token = tokens.get(i);
        if (!DECIMAL.matcher(token.getText()).matches()) {
            throw at(token, "\"" + token.getText() + "\" is no number", "Maybe digits with a decimal point");
        }
        if (token.getText().length() > MAX_NUMBER || exponent(token.getText()) > MAX_EXPONENT) {
            throw at(token, "The number is out of range", null);
        }
        boolean comma = i > 1 && tokens.get(i - 1).getType() == FEEL_1_1Lexer.COMMA && touch(tokens.get(i - 1), token);
        if (comma && number(tokens.get(i - 2)) && touch(tokens.get(i - 2), tokens.get(i - 1))) {
            String whole = tokens.get(i - 2).getText();
            throw at(
                    tokens.get(i - 2),
                    "\"" + whole + "," + token.getText() + "\" is two values and not one number",
                    "Maybe " + whole + "." + token.getText() + ", or with a space after the comma for two values");
        }
    }

    private static boolean number(Token token) {
        return token.getType() == FEEL_1_1Lexer.IntegerLiteral || token.getType() == FEEL_1_1Lexer.FloatingPointLiteral;
    }

    private static int exponent(String number) {
        int mark = Math.max(number.indexOf('e'), number.indexOf('E'));
        String digits = mark < 0 ? "" : number.substring(mark + 1).replaceFirst("^[+-]?0*", "");
        return digits.length() > 3 ? Integer.MAX_VALUE : digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static boolean touch(Token left, Token right) {
        return left.getStopIndex() + 1 == right.getStartIndex();
    }

    static FeelException at(Token token, String message, @org.jspecify.annotations.Nullable String hint) {
        return new FeelException(message, hint, token.getStartIndex());
    }
}
