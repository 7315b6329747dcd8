package org.filorosso.engine.playbook.io;

import java.util.Objects;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.feel.Feel;
import org.filorosso.engine.feel.Names;
import org.filorosso.engine.playbook.Catalogue;
import org.filorosso.engine.playbook.Settings;
import org.jspecify.annotations.Nullable;

/** What the readers of the tables share while one playbook is loaded. Actions are known later than the rest. */
final class Scope {
    /** Stands in for an expression that was refused, in a playbook that will be refused too. */
    static final Expr ZERO = new Expr.Literal(java.math.BigDecimal.ZERO, 0);

    private final Settings settings;
    private final Names names;
    private final Feel feel;
    private final Cells cells;
    private final Problems problems;
    private final Wordings texts;
    private final Formulas formulas;
    private final Reads reads;
    private final Rows rows;
    private @Nullable Catalogue catalogue;
    private @Nullable References references;

    Scope(Settings settings, Names names, Feel feel, Cells cells, Problems problems) {
        this.settings = settings;
        this.names = names;
        this.feel = feel;
        this.cells = cells;
        this.problems = problems;
        this.texts = new Wordings(settings.languages());
        this.reads = new Reads(names);
        this.formulas = new Formulas(feel, cells, reads::uses);
        this.rows = new Rows(this);
    }

    void know(Catalogue actions, References found) {
        catalogue = actions;
        references = found;
    }

    Settings settings() {
        return settings;
    }

    Names names() {
        return names;
    }

    Feel feel() {
        return feel;
    }

    Cells cells() {
        return cells;
    }

    Problems problems() {
        return problems;
    }

    Wordings texts() {
        return texts;
    }

    Formulas formulas() {
        return formulas;
    }

    /** What reads what. */
    Reads reads() {
        return reads;
    }

    Rows rows() {
        return rows;
    }

    Catalogue catalogue() {
        return Objects.requireNonNull(catalogue);
    }

    References references() {
        return Objects.requireNonNull(references);
    }
}
