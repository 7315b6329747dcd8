package org.filorosso.engine.feel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;

/** Reads the cells of one column: what its type lets people write short is put into FEEL's words, the rest is FEEL. */
final class Cells {
    private static final Set<String> YES = Set.of("yes", "true");
    private static final Set<String> NO = Set.of("no", "false");
    private static final String OPERATORS = "=!<>";
    private static final String NOT_BARE = "\"()";
    private static final String NOT_FIRST = "=!<>[]?@{";

    private final Scope scope;
    private final Expr column;
    private final Parser parser;

    Cells(Scope scope, Expr column) {
        this.scope = scope.testing(column);
        this.column = column;
        this.parser = new Parser(scope.names());
    }

    Test read(String cell) throws FeelException {
        if (cell.isBlank() || cell.strip().equals("-")) {
            throw new FeelException("The cell holds no test", null, 0);
        }
        Guard.checkSize(cell);
        String text = dates() ? Dates.asCalls(cell) : cell;
        if (!texts()) {
            Guard.check(text);
        }
        try {
            return any(text, 0);
        } catch (FeelException e) {
            throw text.equals(cell) ? e : new FeelException(e.message(), e.hint(), 0, e);
        }
    }

    private boolean dates() {
        return column.type().is(Type.Kind.DATE) || column.type().is(Type.Kind.DATE_TIME);
    }

    private boolean texts() {
        return column.type().is(Type.Kind.STRING) || column.type().equals(Type.STRINGS);
    }

    private Test any(String text, int start) throws FeelException {
        List<Pieces.Piece> pieces = Pieces.of(text);
        if (!texts() && pieces.stream().allMatch(Cells::plain)) {
            return feel(text, start);
        }
        List<Test> tests = new ArrayList<>();
        for (Pieces.Piece piece : pieces) {
            tests.add(piece(piece.text(), start + piece.start()));
        }
        return Test.anyOf(tests);
    }

    /** Whether the standard knows such a test, so that the parser reads the cell whole. */
    private static boolean plain(Pieces.Piece piece) {
        String word = piece.text().toLowerCase(Locale.ROOT);
        boolean ours = word.isEmpty() || word.equals("-") || word.equals("missing") || YES.contains(word);
        return !ours && !NO.contains(word) && !word.startsWith("not");
    }

    private Test piece(String text, int start) throws FeelException {
        if (text.isEmpty() || text.equals("-")) {
            throw new FeelException("A test is missing between the commas", "Maybe quotes around a comma", start);
        }
        if (text.equals("missing") || text.equals("null")) {
            return new Test.Missing(false);
        }
        int open = Pieces.negation(text);
        if (open > 0) {
            return Test.not(any(text.substring(open, text.length() - 1), start + open));
        }
        return texts() ? words(text, start) : yesNo(text, start);
    }

    private Test yesNo(String text, int start) throws FeelException {
        String word = text.toLowerCase(Locale.ROOT);
        boolean yes = YES.contains(word);
        if (column.type().is(Type.Kind.BOOLEAN) && (yes || NO.contains(word))) {
            return Test.Compare.of(Op.EQ, yes);
        }
        return feel(text, start);
    }

    private Test words(String text, int start) throws FeelException {
        if (bare(text) && text.chars().noneMatch(c -> OPERATORS.indexOf(c) >= 0)) {
            return word(Op.EQ, text, start);
        }
        Op op = text.startsWith("!=") ? Op.NE : text.startsWith("=") ? Op.EQ : null;
        String rest = op == null ? "" : text.substring(op.symbol().length()).strip();
        boolean literal = op != null && column.type().is(Type.Kind.STRING) && !rest.isEmpty() && bare(rest);
        return op != null && literal && !rest.equals("null") && scope.resolve(Texts.normalName(rest)) == null
                ? word(op, rest, start)
                : feel(text, start);
    }

    private static boolean bare(String text) {
        return NOT_FIRST.indexOf(text.charAt(0)) < 0 && text.chars().noneMatch(c -> NOT_BARE.indexOf(c) >= 0);
    }

    private Test word(Op op, String text, int start) throws FeelException {
        String value = Texts.normalName(text);
        scope.checkValue(column, value, start);
        return column.type().is(Type.Kind.STRING) ? Test.Compare.of(op, value) : new Test.ContainsAny(Set.of(value));
    }

    private Test feel(String text, int start) throws FeelException {
        try {
            UnaryTestListNode node = parser.tests(text);
            List<BaseNode> elements = node.getElements();
            Test test = new UnaryTests(new Converter(scope), column, false).anyOf(elements);
            return node.isNegated() ? Test.not(test) : test;
        } catch (FeelException e) {
            throw new FeelException(e.message(), e.hint(), start + e.offset(), e);
        }
    }
}
