package org.filorosso.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.playbook.Playbook;
import org.junit.jupiter.api.Test;

/** Hazard: an index, a shared node or a folded row finds other rows than the conditions say. */
class MatchersAgreeTest {

    private static final int PLAYBOOKS = 20;
    private static final int ROWS = 100;
    private static final int CUSTOMERS = 60;
    private static final List<Expr> EARLY = Phrases.early(RandomScope.NAMES);
    private static final List<Expr> ALL = Phrases.all(RandomScope.NAMES);

    @Test
    void agreeOnRandomRowsAndCustomers() {
        long pairs = 0;
        long matches = 0;
        for (int seed = 0; seed < PLAYBOOKS; seed++) {
            Agreement agreement = agreement(seed);
            assertThat(agreement.differences().stream().limit(5))
                    .as("seed %d", seed)
                    .isEmpty();
            pairs += agreement.pairs();
            matches += agreement.matches();
        }
        assertThat(pairs).isGreaterThanOrEqualTo(100_000);
        assertThat(matches).isBetween(pairs / 20, pairs / 2);
    }

    private static Agreement agreement(int seed) {
        Playbook playbook = playbook(seed);
        Agreement agreement = Agreement.on(playbook);
        FactLayout layout = FactLayout.of(playbook);
        for (int i = 0; i < CUSTOMERS; i++) {
            long customer = seed * 1_000L + i;
            agreement.over(() -> new RandomScope(new Random(customer)).fact(layout));
        }
        return agreement;
    }

    static Playbook playbook(int seed) {
        RandomScope scope = new RandomScope(new Random(seed));
        RowsOnly rows = new RowsOnly(RandomScope.NAMES).attribute(RandomScope.DOUBLED);
        Set<Integer> made = Set.of(slot("stage"), slot("segments"));
        RandomRows early = new RandomRows(scope, EARLY, made);
        RandomRows late = new RandomRows(scope, ALL, Set.of());
        for (int i = 0; i < 5; i++) {
            rows.lifecycle(early.row(rows.next()), "a").segment(early.row(rows.next()), "b");
        }
        for (int i = 0; i < ROWS; i++) {
            rows.engagement(late.row(rows.next()));
        }
        return rows.playbook();
    }

    private static int slot(String name) {
        return RandomScope.NAMES.find(name).orElseThrow();
    }
}
