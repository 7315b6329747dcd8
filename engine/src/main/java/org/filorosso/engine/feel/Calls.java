package org.filorosso.engine.feel;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.AtLiteralNode;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.ListNode;
import org.kie.dmn.feel.lang.ast.NamedParameterNode;

/** Converts calls: of the standard functions by a list of those allowed, and of the functions over the history. */
final class Calls {
    private static final String REGEX = "regular expressions are not part of playbooks";
    private static final String SHAPE = "the shape of its result is not known";
    private static final Map<String, String> REFUSED = Map.of(
            "matches", REGEX,
            "replace", REGEX,
            "split", REGEX,
            "get value", SHAPE,
            "get entries", SHAPE,
            "context put", SHAPE,
            "context merge", SHAPE,
            "context", SHAPE,
            "decision table", "it has a table of its own: playbooks have theirs",
            "list replace", "lists are not changed in a playbook");

    private final Converter converter;

    Calls(Converter converter) {
        this.converter = converter;
    }

    Expr convert(FunctionInvocationNode node) throws FeelException {
        String name = Texts.normalName(node.getName().getText());
        ListNode given = node.getParams();
        List<BaseNode> arguments = given == null ? List.of() : given.getElements();
        if (arguments.stream().anyMatch(NamedParameterNode.class::isInstance)) {
            throw Refusals.at(node, "Arguments stand by their place and have no names", usage(name));
        }
        if (name.equals("not")) {
            return negation(node, arguments);
        }
        if ((name.equals("today") || name.equals("now")) && arguments.isEmpty()) {
            return clock(node, name);
        }
        Optional<HistoryCall.Function> function = HistoryCall.Function.named(name);
        return function.isPresent()
                ? new HistoryCalls(converter.scope(), function.get(), node).convert(arguments)
                : standard(node, name, arguments);
    }

    private Expr negation(FunctionInvocationNode node, List<BaseNode> arguments) throws FeelException {
        if (arguments.size() != 1) {
            throw Refusals.at(node, "\"not\" takes one yes/no", null);
        }
        Expr operand = converter.condition(arguments.get(0));
        return operand instanceof Expr.Literal ? Folding.fold(new Expr.Not(operand)) : new Expr.Not(operand);
    }

    /** The decision's own time: the standard's functions would read the machine's clock. */
    private Expr clock(FunctionInvocationNode node, String name) throws FeelException {
        Expr found = converter.scope().global(name);
        if (found == null) {
            throw Refusals.at(node, "The name " + name + " is not in scope here", null);
        }
        return found;
    }

    private Expr standard(FunctionInvocationNode node, String name, List<BaseNode> nodes) throws FeelException {
        StandardFunction function = Standard.FUNCTIONS.get(name);
        if (function == null) {
            throw unknown(node, name);
        }
        List<Expr> arguments = new ArrayList<>();
        for (BaseNode argument : nodes) {
            arguments.add(converter.convert(argument));
        }
        return call(node, function, arguments);
    }

    private Expr call(BaseNode node, StandardFunction function, List<Expr> arguments) throws FeelException {
        List<Type> types = arguments.stream().map(Expr::type).toList();
        for (StandardFunction.Signature signature : function.signatures()) {
            if (signature.fits(types)) {
                checkValues(node, function, arguments);
                Type type = signature.result().apply(types);
                Expr call = new Expr.BuiltIn(
                        function, arguments, type, converter.scope().zone());
                return Folding.fold(call, node);
            }
        }
        String given = types.stream().map(Type::toString).collect(Collectors.joining(", "));
        throw Refusals.at(
                node,
                "\"" + function.name() + "\" does not take " + (given.isEmpty() ? "nothing" : given),
                usage(function.name()));
    }

    private void checkValues(BaseNode node, StandardFunction function, List<Expr> arguments) throws FeelException {
        if (function.name().equals("list contains") && arguments.get(1) instanceof Expr.Literal literal) {
            converter.scope().checkValue(arguments.get(0), literal.constant(), node.getStartChar());
        }
    }

    private FeelException unknown(BaseNode node, String name) {
        String refused = REFUSED.get(name);
        if (refused != null) {
            return Refusals.at(node, "\"" + name + "\" cannot be called: " + refused, null);
        }
        return Refusals.at(
                node, "There is no function \"" + name + "\" in playbooks", Texts.maybe(name, Standard.names()));
    }

    private static @Nullable String usage(String name) {
        StandardFunction function = Standard.FUNCTIONS.get(name);
        return function == null ? null : "Maybe " + function.usage();
    }

    /** The literals {@code @"2026-01-01"}, {@code @"P30D"} and their kin. */
    Expr at(AtLiteralNode node) throws FeelException {
        String text = node.getStringLiteral().getValue();
        StandardFunction function = Standard.FUNCTIONS.get(Standard.constructorOf(text));
        if (function == null) {
            throw new DateTimeException("There is no constructor of " + text);
        }
        return call(node, function, List.of(Expr.Literal.of(text)));
    }
}
