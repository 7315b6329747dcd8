package org.filorosso.engine.feel;

import org.jspecify.annotations.Nullable;

/**
 * An expression that is refused: what is wrong, and where in the text. File, line and column are the caller's to add.
 */
public final class FeelException extends Exception {
    private static final long serialVersionUID = 1L;

    private final @Nullable String hint;
    private final int offset;

    /**
     * @param hint what to write instead, beginning with "Maybe", or null
     * @param offset of the fault in the text, from 0
     */
    public FeelException(String message, @Nullable String hint, int offset) {
        this(message, hint, offset, null);
    }

    FeelException(String message, @Nullable String hint, int offset, @Nullable Throwable cause) {
        super(message, cause);
        this.hint = hint;
        this.offset = Math.max(0, offset);
    }

    /** What is wrong, without the hint. */
    public String message() {
        return String.valueOf(getMessage());
    }

    public @Nullable String hint() {
        return hint;
    }

    public int offset() {
        return offset;
    }
}
