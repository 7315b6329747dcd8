package org.filorosso.engine.feel;

import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.ContextNode;
import org.kie.dmn.feel.lang.ast.DashNode;
import org.kie.dmn.feel.lang.ast.ForExpressionNode;
import org.kie.dmn.feel.lang.ast.FunctionDefNode;
import org.kie.dmn.feel.lang.ast.InstanceOfNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;

/** Why parts of the standard are refused. */
final class Refusals {
    private Refusals() {}

    static FeelException at(@Nullable ASTNode node, String message, @Nullable String hint) {
        return new FeelException(message, hint, node instanceof BaseNode base ? base.getStartChar() : 0);
    }

    static FeelException of(@Nullable ASTNode node) {
        if (node instanceof RangeNode || node instanceof UnaryTestNode) {
            return at(node, "A test stands here where a value is needed", test(text(node)));
        }
        if (node instanceof FunctionDefNode) {
            return at(node, "A function cannot be defined in a playbook, nor an external one called", null);
        }
        if (node instanceof ForExpressionNode) {
            return at(node, "\"for\" is not part of playbooks", "Maybe a filter: list[condition]");
        }
        if (node instanceof InstanceOfNode) {
            return at(node, "\"instance of\" is not part of playbooks: types are known", null);
        }
        if (node instanceof ContextNode) {
            return at(node, "A context cannot be written in a playbook", null);
        }
        return at(node, "\"" + text(node) + "\" is not part of playbooks", dash(node));
    }

    private static String text(@Nullable ASTNode node) {
        return node instanceof BaseNode base ? base.getText() : "This";
    }

    private static @Nullable String dash(@Nullable ASTNode node) {
        return node instanceof DashNode ? "Maybe nothing: \"-\" stands alone in a cell" : null;
    }

    private static @Nullable String test(String text) {
        return text.contains("..") ? "Maybe x in " + text : "Maybe a name before it, or [5..9] for between 5 and 9";
    }

    /** A hint for the subtraction that was meant as a date. */
    static @Nullable String hint(BaseNode node) {
        return isoDate(node.getText()) ? "Maybe date(\"" + node.getText() + "\")" : null;
    }

    static boolean isoDate(String text) {
        return text.length() == 10
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.chars().filter(Character::isDigit).count() == 8;
    }
}
