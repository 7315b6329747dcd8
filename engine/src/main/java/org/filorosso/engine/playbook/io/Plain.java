package org.filorosso.engine.playbook.io;

import org.jspecify.annotations.Nullable;

/**
 * A plain cell as read: its value, or why it has none.
 *
 * @param value null when the text is refused
 * @param code why, else null
 * @param message what is wrong, else null
 * @param hint what to write instead, or null
 */
public record Plain<T>(
        @Nullable T value,
        @Nullable Code code,
        @Nullable String message,
        @Nullable String hint) {
    static <T> Plain<T> of(T value) {
        return new Plain<>(value, null, null, null);
    }

    static <T> Plain<T> refused(Code code, String message, @Nullable String hint) {
        return new Plain<>(null, code, message, hint);
    }

    /** Whether the text was refused. */
    public boolean isRefused() {
        return value == null;
    }

    /** The problem of a refused text, about this cell; null when it was not refused. */
    public @Nullable Problem problem(String file, int line, String column, String cell) {
        return code == null || message == null
                ? null
                : Problem.error(code, file, line, message).at(column, cell).maybe(hint);
    }
}
