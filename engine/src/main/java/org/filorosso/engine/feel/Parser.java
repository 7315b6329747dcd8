package org.filorosso.engine.feel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;
import org.kie.dmn.feel.lang.impl.FEELEventListenersManager;
import org.kie.dmn.feel.lang.impl.MapBackedType;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.lang.types.GenListType;
import org.kie.dmn.feel.parser.feel11.ASTBuilderVisitor;
import org.kie.dmn.feel.parser.feel11.FEELParser;
import org.kie.dmn.feel.parser.feel11.FEEL_1_1Parser;
import org.kie.dmn.feel.runtime.events.UnknownVariableErrorEvent;

/** Drools' FEEL parser, told of the names in scope; whatever it would recover from is refused. */
final class Parser {
    private static final Pattern WORD = Pattern.compile("[\\p{L}_?][\\p{L}\\p{M}\\p{N}_]*");

    private final Names names;

    Parser(Names names) {
        this.names = names;
    }

    BaseNode expression(String text) throws FeelException {
        return parse(text, List.of(), true);
    }

    /** @param text unary tests, in which {@code ?} is the value tested */
    UnaryTestListNode tests(String text) throws FeelException {
        return (UnaryTestListNode) parse(text, List.of("?"), false);
    }

    private BaseNode parse(String text, List<String> more, boolean expression) throws FeelException {
        Guard.check(text);
        List<FEELEvent> events = new ArrayList<>();
        FEELEventListenersManager listeners = new FEELEventListenersManager();
        listeners.addListener(events::add);
        Map<String, org.kie.dmn.feel.lang.Type> scope = scope(text, more);
        FEEL_1_1Parser parser = FEELParser.parse(listeners, text, scope, Map.of(), List.of(), List.of(), null);
        BaseNode node;
        try {
            ParseTree tree = expression ? parser.compilation_unit() : parser.unaryTestsRoot();
            node = new ASTBuilderVisitor(scope, null).visit(tree);
        } catch (RuntimeException e) { // on some texts the parser throws after, or without, saying what is wrong
            refuse(events, text);
            throw new FeelException("This cannot be read as FEEL", hint(text), 0, e);
        }
        refuse(events, text);
        if (node == null) {
            throw new FeelException("This cannot be read as FEEL", hint(text), 0);
        }
        return node;
    }

    /** Only the names that may occur: a playbook has a thousand, a cell two. */
    private Map<String, org.kie.dmn.feel.lang.Type> scope(String text, List<String> more) {
        Map<String, org.kie.dmn.feel.lang.Type> scope = new HashMap<>();
        more.forEach(name -> scope.put(name, BuiltInType.UNKNOWN));
        for (HistoryCall.Function function : HistoryCall.Function.values()) {
            if (text.contains(Texts.firstWord(function.words()))) {
                scope.put(function.words(), BuiltInType.UNKNOWN);
            }
        }
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            names.beginningWith(words.group()).forEach(name -> scope.put(name, theirs(typeOf(name))));
        }
        return scope;
    }

    private Type typeOf(String name) {
        return names.slot(names.find(name).orElseThrow()).type();
    }

    /** Declared fields let the parser know names with spaces; all else it need not know. */
    private static org.kie.dmn.feel.lang.Type theirs(Type type) {
        if (type.is(Type.Kind.LIST)) {
            return new GenListType(theirs(type.elements()));
        }
        if (!type.is(Type.Kind.CONTEXT) || type.fields().isEmpty()) {
            return BuiltInType.UNKNOWN;
        }
        Map<String, org.kie.dmn.feel.lang.Type> fields = new HashMap<>();
        type.fields().forEach((name, field) -> fields.put(name, theirs(field)));
        return new MapBackedType("", fields);
    }

    private void refuse(List<FEELEvent> events, String text) throws FeelException {
        for (FEELEvent event : events) {
            if (event instanceof UnknownVariableErrorEvent unknown) {
                throw unknown(unknown, text);
            }
        }
        if (!events.isEmpty()) {
            FEELEvent first = events.get(0);
            int offset = Texts.offset(text, line(first), column(first));
            String reason = String.valueOf(first.getMessage()).replaceFirst(" expecting \\{.*", "");
            throw new FeelException("This cannot be read as FEEL: " + reason, hint(text), offset);
        }
    }

    private FeelException unknown(UnknownVariableErrorEvent event, String text) {
        String name = Texts.normalName(String.valueOf(event.getOffendingSymbol()));
        int offset = Texts.offset(text, line(event), column(event));
        if (name.equals("?")) {
            return new FeelException("\"?\" stands for the value of a column, and here is none", null, offset);
        }
        boolean call = text.indexOf('(', offset) == offset + name.length();
        return new FeelException(
                "There is no " + (call ? "function" : "name") + " \"" + name + "\"",
                Texts.maybe(name, call ? Standard.names() : names.all()),
                offset);
    }

    private @Nullable String hint(String text) {
        return text.contains("\"") ? null : "Maybe a text needs quotes, or a name is not in attributes.csv";
    }

    private static int line(FEELEvent event) {
        return event instanceof org.kie.dmn.feel.runtime.events.SyntaxErrorEvent error
                ? error.getLine()
                : event instanceof UnknownVariableErrorEvent unknown ? unknown.getLine() : 1;
    }

    private static int column(FEELEvent event) {
        return event instanceof org.kie.dmn.feel.runtime.events.SyntaxErrorEvent error
                ? error.getColumn()
                : event instanceof UnknownVariableErrorEvent unknown ? unknown.getColumn() : 0;
    }
}
