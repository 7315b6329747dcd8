package org.filorosso.engine.feel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.AtLiteralNode;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.StringNode;

/** Converts one call of a function over the history, whose arguments are literals. */
final class HistoryCalls {
    private final Scope scope;
    private final HistoryCall.Function function;
    private final FunctionInvocationNode node;

    HistoryCalls(Scope scope, HistoryCall.Function function, FunctionInvocationNode node) {
        this.scope = scope;
        this.function = function;
        this.node = node;
    }

    Expr convert(List<BaseNode> arguments) throws FeelException {
        HistoryCall call = call(arguments);
        try {
            scope.vocabulary().check(call);
        } catch (FeelException e) {
            throw new FeelException(e.message(), e.hint(), node.getStartChar(), e);
        }
        Type type = type(call);
        return new Expr.Counted(scope.names().intern(call, type), call, type);
    }

    private Type type(HistoryCall call) {
        return switch (function) {
            case TIMES, DAYS_SINCE, TOTAL_VALUE, EVENTS, DAYS_SINCE_EVENT, TOTAL_EVENT -> Type.NUMBER;
            case LAST_OUTCOME, LAST_CHANNEL, LAST_REASON -> Type.STRING;
            case CASE_OPEN -> Type.BOOLEAN;
            case LAST_EVENT -> scope.vocabulary().typeOf(call);
        };
    }

    private HistoryCall call(List<BaseNode> arguments) throws FeelException {
        String[] parameters = function.parameters();
        boolean household = function.counts() && arguments.size() == parameters.length + 1;
        if (!household && arguments.size() != parameters.length) {
            throw Refusals.at(
                    node,
                    "\"" + function.words() + "\" takes " + parameters.length + " and not " + arguments.size()
                            + " arguments",
                    "Maybe " + function.usage());
        }
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < parameters.length; i++) {
            texts.put(parameters[i], literal(parameters[i], arguments.get(i)));
        }
        if (household && !literal("household", arguments.get(parameters.length)).equals("household")) {
            throw Refusals.at(arguments.get(parameters.length), "The last argument can only be \"household\"", null);
        }
        return new HistoryCall(
                function,
                texts.get("outcome"),
                texts.get("target"),
                texts.get("event"),
                texts.get("field"),
                texts.get("case"),
                within(texts.get("within"), arguments),
                household);
    }

    private @Nullable Span within(@Nullable String text, List<BaseNode> arguments) throws FeelException {
        if (text == null) {
            return null;
        }
        BaseNode argument = arguments.get(function.parameters().length - 1);
        try {
            Span span = Span.parse(text);
            if (span.isZero()) {
                throw Refusals.at(argument, "The window (" + text + ") is empty", "Maybe P30D");
            }
            return span;
        } catch (FeelException e) {
            throw new FeelException(e.message(), e.hint(), argument.getStartChar(), e);
        }
    }

    private String literal(String parameter, BaseNode argument) throws FeelException {
        if (argument instanceof StringNode string) {
            return string.getValue().strip();
        }
        if (parameter.equals("within") && argument instanceof AtLiteralNode at) {
            return at.getStringLiteral().getValue();
        }
        if (parameter.equals("within")
                && argument instanceof FunctionInvocationNode call
                && call.getName().getText().equals("duration")
                && call.getParams() != null
                && call.getParams().getElements().size() == 1
                && call.getParams().getElements().get(0) instanceof StringNode string) {
            return string.getValue();
        }
        throw Refusals.at(
                argument,
                "The argument " + parameter + " must be a text in quotes and not " + argument.getText(),
                "Maybe " + function.usage());
    }
}
