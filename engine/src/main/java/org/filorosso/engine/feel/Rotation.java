package org.filorosso.engine.feel;

import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.InNode;
import org.kie.dmn.feel.lang.ast.InfixOpNode;
import org.kie.dmn.feel.lang.ast.InfixOperator;

/**
 * The parser reads {@code x in [1..5] and y} as {@code x in ([1..5] and y)}; the grammar of the standard, and everybody
 * who types it, means {@code (x in [1..5]) and y}. This puts the tree right.
 */
final class Rotation {
    private Rotation() {}

    static boolean needed(InfixOpNode right) {
        return right.getOperator() == InfixOperator.AND || right.getOperator() == InfixOperator.OR;
    }

    /**
     * @throws FeelException when an {@code in} without brackets has swallowed an {@code or} that binds less than what
     *     stands before it: put right, the tree might still not say what was meant
     */
    static void refuse(BaseNode node) throws FeelException {
        if (node instanceof InNode in && in.getExprs() instanceof InfixOpNode infix && swallowsOr(infix)) {
            throw Refusals.at(in, "It is not clear what \"in\" covers", "Maybe brackets: x in (...)");
        }
    }

    private static boolean swallowsOr(InfixOpNode right) {
        return right.getOperator() == InfixOperator.OR;
    }

    static BaseNode rotate(InNode in, BaseNode right) {
        if (right instanceof InfixOpNode infix && needed(infix)) {
            BaseNode left = rotate(in, infix.getLeft());
            return new InfixOpNode(infix.getOperator(), left, infix.getRight(), in.getText());
        }
        return new InNode(in.getValue(), right, in.getText());
    }
}
