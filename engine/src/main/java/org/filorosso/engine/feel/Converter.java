package org.filorosso.engine.feel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.AtLiteralNode;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.BetweenNode;
import org.kie.dmn.feel.lang.ast.BooleanNode;
import org.kie.dmn.feel.lang.ast.FilterExpressionNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.IfExpressionNode;
import org.kie.dmn.feel.lang.ast.InNode;
import org.kie.dmn.feel.lang.ast.InfixOpNode;
import org.kie.dmn.feel.lang.ast.InfixOperator;
import org.kie.dmn.feel.lang.ast.IterationContextNode;
import org.kie.dmn.feel.lang.ast.ListNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NullNode;
import org.kie.dmn.feel.lang.ast.NumberNode;
import org.kie.dmn.feel.lang.ast.PathExpressionNode;
import org.kie.dmn.feel.lang.ast.QualifiedNameNode;
import org.kie.dmn.feel.lang.ast.QuantifiedExpressionNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.SignedUnaryNode;
import org.kie.dmn.feel.lang.ast.StringNode;

/** Walks the parser's tree by an allow-list and makes a typed expression of it; what is not on the list is refused. */
final class Converter {
    private final Scope scope;

    Converter(Scope scope) {
        this.scope = scope;
    }

    Scope scope() {
        return scope;
    }

    Expr convert(@Nullable ASTNode node) throws FeelException {
        if (node instanceof NumberNode number && number.getValue() != null) {
            return Expr.Literal.of(Numbers.normal(number.getValue()));
        }
        if (node instanceof StringNode string) {
            return Expr.Literal.of(string.getValue());
        }
        if (node instanceof BooleanNode yes) {
            return Expr.Literal.of(yes.getValue());
        }
        return node instanceof NullNode ? Expr.Literal.of(null) : name(node);
    }

    private Expr name(@Nullable ASTNode node) throws FeelException {
        if (node instanceof NameRefNode name) {
            return resolve(name);
        }
        if (node instanceof QualifiedNameNode qualified) {
            Expr owner = resolve(qualified.getParts().get(0));
            for (NameRefNode part :
                    qualified.getParts().subList(1, qualified.getParts().size())) {
                owner = path(owner, part);
            }
            return owner;
        }
        return node instanceof PathExpressionNode path ? path(path) : operator(node);
    }

    private Expr path(PathExpressionNode node) throws FeelException {
        Expr owner = convert(node.getExpression());
        if (node.getName() instanceof QualifiedNameNode qualified) {
            for (NameRefNode part : qualified.getParts()) {
                owner = path(owner, part);
            }
            return owner;
        }
        return path(owner, node.getName());
    }

    private Expr operator(@Nullable ASTNode node) throws FeelException {
        if (node instanceof InfixOpNode infix) {
            return infix(infix);
        }
        if (node instanceof SignedUnaryNode signed) {
            return signed(signed);
        }
        if (node instanceof BetweenNode between) {
            return between(between);
        }
        return node instanceof InNode in ? in(in) : compound(node);
    }

    private Expr compound(@Nullable ASTNode node) throws FeelException {
        if (node instanceof FunctionInvocationNode call) {
            return new Calls(this).convert(call);
        }
        if (node instanceof IfExpressionNode choice) {
            return choice(choice);
        }
        if (node instanceof ListNode list) {
            return list(list);
        }
        if (node instanceof FilterExpressionNode filter) {
            return filter(filter);
        }
        if (node instanceof QuantifiedExpressionNode quantified) {
            return quantified(quantified, 0);
        }
        if (node instanceof AtLiteralNode at) {
            return new Calls(this).at(at);
        }
        throw Refusals.of(node);
    }

    private Expr resolve(BaseNode node) throws FeelException {
        String name = Texts.normalName(node.getText());
        if (name.equals("?") && scope.subject() != null) {
            return scope.subject();
        }
        Expr found = scope.resolve(name);
        if (found == null) {
            throw Refusals.at(
                    node,
                    "There is no name \"" + name + "\"",
                    Texts.maybe(name, scope.names().all()));
        }
        return found;
    }

    private static Expr path(Expr owner, BaseNode node) throws FeelException {
        String field = Texts.normalName(node.getText());
        Type type = Paths.type(owner.type(), field);
        if (type == null) {
            String hint = Texts.maybe(field, Paths.fields(owner.type()));
            throw Refusals.at(node, owner.text() + " is " + owner.type() + " and has no \"" + field + "\"", hint);
        }
        return new Expr.Path(owner, field, type);
    }

    private Expr signed(SignedUnaryNode node) throws FeelException {
        Expr operand = convert(node.getExpression());
        Type type = operand.type();
        boolean plus = node.getSign() == SignedUnaryNode.Sign.POSITIVE;
        boolean length = type.is(Type.Kind.DURATION) || type.is(Type.Kind.MONTHS);
        if (!type.is(Type.Kind.NUMBER) && !type.is(Type.Kind.ANY) && (plus || !length)) {
            throw Refusals.at(node, "A sign needs a number, and " + operand.text() + " is " + type, null);
        }
        return plus ? operand : Folding.fold(new Expr.Negate(operand));
    }

    private Expr infix(InfixOpNode node) throws FeelException {
        InfixOperator operator = node.getOperator();
        if (operator == InfixOperator.AND || operator == InfixOperator.OR) {
            List<Expr> parts = new ArrayList<>();
            collect(node, operator, parts);
            return operator == InfixOperator.AND ? new Expr.And(parts) : new Expr.Or(parts);
        }
        Rotation.refuse(node.getRight());
        Expr left = convert(node.getLeft());
        Expr right = convert(node.getRight());
        Op op = Op.of(operator.getSymbol());
        return op == null
                ? arithmetic(node, left, right)
                : new Comparisons(scope, node.getStartChar()).compare(op, left, right);
    }

    /** A chain of one operator is one expression, however the parser nested it. */
    private void collect(BaseNode node, InfixOperator operator, List<Expr> parts) throws FeelException {
        if (node instanceof InfixOpNode infix && infix.getOperator() == operator) {
            collect(infix.getLeft(), operator, parts);
            collect(infix.getRight(), operator, parts);
            return;
        }
        if (operator == InfixOperator.AND) {
            Rotation.refuse(node);
        }
        Expr part = condition(node);
        if (operator == InfixOperator.AND && part instanceof Expr.And and) {
            parts.addAll(and.parts());
        } else if (operator == InfixOperator.OR && part instanceof Expr.Or or) {
            parts.addAll(or.parts());
        } else {
            parts.add(part);
        }
    }

    /** Converts what must be a yes/no. */
    Expr condition(@Nullable BaseNode node) throws FeelException {
        Expr expr = convert(node);
        if (!expr.type().is(Type.Kind.BOOLEAN) && !expr.type().is(Type.Kind.ANY)) {
            throw Refusals.at(node, expr.text() + " is " + expr.type() + " and not a yes/no", null);
        }
        return expr;
    }

    private static Expr arithmetic(InfixOpNode node, Expr left, Expr right) throws FeelException {
        if (Refusals.isoDate(node.getText())) {
            throw Refusals.at(node, node.getText() + " is a subtraction here", Refusals.hint(node));
        }
        String symbol = node.getOperator().getSymbol();
        Operator operator = Operator.of(symbol);
        Type type = operator == null ? null : operator.type(left.type(), right.type());
        if (operator == null
                || type == null
                || left.type().is(Type.Kind.NULL)
                || right.type().is(Type.Kind.NULL)) {
            throw Refusals.at(
                    node, "\"" + symbol + "\" is not for " + left.type() + " and " + right.type(), Refusals.hint(node));
        }
        return Folding.fold(new Expr.Arithmetic(operator, left, right, type), node);
    }

    private Expr between(BetweenNode node) throws FeelException {
        Expr operand = convert(node.getValue());
        Expr low = convert(node.getStart());
        Expr high = convert(node.getEnd());
        Comparisons comparisons = new Comparisons(scope, node.getStartChar());
        comparisons.check(Op.GE, operand, low);
        comparisons.check(Op.LE, operand, high);
        if (low instanceof Expr.Literal from && high instanceof Expr.Literal to) {
            return comparisons.in(operand, comparisons.range(Op.GE, from, Op.LE, to));
        }
        return new Expr.Between(operand, low, high);
    }

    private Expr in(InNode node) throws FeelException {
        if (node.getExprs() instanceof InfixOpNode infix && Rotation.needed(infix)) {
            return convert(Rotation.rotate(node, infix));
        }
        Expr operand = convert(node.getValue());
        List<BaseNode> tests = node.getExprs() instanceof ListNode list ? list.getElements() : List.of(node.getExprs());
        return new UnaryTests(this, operand, true).in(node, tests);
    }

    private Expr choice(IfExpressionNode node) throws FeelException {
        Expr condition = condition(node.getCondition());
        Expr yes = convert(node.getThenExpression());
        Expr no = convert(node.getElseExpression());
        if (!yes.type().comparable(no.type())) {
            throw Refusals.at(node, "\"then\" is " + yes.type() + " and \"else\" is " + no.type(), null);
        }
        return new Expr.If(condition, yes, no, Folding.common(yes.type(), no.type()));
    }

    private Expr list(ListNode node) throws FeelException {
        List<Expr> parts = new ArrayList<>();
        Type element = Type.NULL;
        for (BaseNode part : node.getElements()) {
            Expr expr = convert(part);
            parts.add(expr);
            element = element.comparable(expr.type()) ? Folding.common(element, expr.type()) : Type.ANY;
        }
        return new Expr.ListOf(parts, Type.list(element.is(Type.Kind.NULL) ? Type.ANY : element));
    }

    private Expr filter(FilterExpressionNode node) throws FeelException {
        Expr list = convert(node.getExpression());
        if (!list.type().is(Type.Kind.LIST) && !list.type().is(Type.Kind.ANY)) {
            throw Refusals.at(node, list.text() + " is " + list.type() + " and not a list", null);
        }
        Expr.Local item = scope.variable("item", list.type().elements());
        Expr condition = new Converter(scope.inFilter(item, scope.allowed(list))).convert(node.getFilter());
        if (condition.type().is(Type.Kind.NUMBER)) {
            return new Expr.Element(list, convert(node.getFilter()));
        }
        if (!condition.type().is(Type.Kind.BOOLEAN) && !condition.type().is(Type.Kind.ANY)) {
            throw Refusals.at(node.getFilter(), "A filter needs a yes/no or a position", null);
        }
        return new Expr.Filter(list, item, condition);
    }

    private Expr quantified(QuantifiedExpressionNode node, int index) throws FeelException {
        if (index == node.getIterationContexts().size()) {
            return condition(node.getExpression());
        }
        IterationContextNode iteration = node.getIterationContexts().get(index);
        Expr list = iterated(iteration);
        Expr.Local item = scope.variable(
                Texts.normalName(iteration.getName().getText()), list.type().elements());
        Set<String> allowed = scope.allowed(list);
        Expr condition = new Converter(scope.with(item, allowed)).quantified(node, index + 1);
        boolean every = node.getQuantifier() == QuantifiedExpressionNode.Quantifier.EVERY;
        return new Expr.Quantified(every, item, list, condition);
    }

    private Expr iterated(IterationContextNode node) throws FeelException {
        if (node.getRangeEndExpr() != null || node.getExpression() instanceof RangeNode) {
            throw Refusals.at(node, "A range is not a list to go through", "Maybe a list attribute");
        }
        Expr list = convert(node.getExpression());
        if (!list.type().is(Type.Kind.LIST) && !list.type().is(Type.Kind.ANY)) {
            throw Refusals.at(node, list.text() + " is " + list.type() + " and not a list", null);
        }
        return list;
    }
}
