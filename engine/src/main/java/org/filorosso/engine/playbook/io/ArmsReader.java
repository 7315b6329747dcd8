package org.filorosso.engine.playbook.io;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filorosso.engine.playbook.Settings.Arm;
import org.filorosso.engine.playbook.Settings.Ranking;

/** Reads {@code arms} of playbook.yaml; without any, all are in one arm, the champion. */
final class ArmsReader {
    private static final Map<String, Boolean> LEVERS = Words.yesNo("on", "off");

    private final Keyed keys;
    private final Scalars scalars;

    ArmsReader(Keyed keys, Scalars scalars) {
        this.keys = keys;
        this.scalars = scalars;
    }

    List<Arm> read() {
        List<Arm> arms = new ArrayList<>();
        Set<String> names = new HashSet<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Keyed item : keys.items("arms")) {
            item.only("name", "share", "ranking", "levers");
            BigDecimal share = share(item);
            sum = sum.add(share);
            arms.add(arm(item, names, share));
        }
        if (!arms.isEmpty() && sum.compareTo(BigDecimal.ONE) != 0) {
            keys.error(
                    Code.SHARES,
                    "arms",
                    "the shares of the arms add up to " + Cells.percent(sum.doubleValue()),
                    "Maybe change one: they add up to 100%.");
        }
        return arms.isEmpty() ? List.of(new Arm("champion", 1, Ranking.CHAMPION, true)) : List.copyOf(arms);
    }

    private BigDecimal share(Keyed item) {
        item.need("share", "5%");
        return item.number("share", scalars::percentage, Bounds.PART, BigDecimal.ZERO);
    }

    private static Arm arm(Keyed item, Set<String> names, BigDecimal share) {
        String name = item.need("name", "champion");
        if (!name.isEmpty() && !names.add(name)) {
            item.error(Code.DUPLICATE_NAME, "name", "another arm has this name", "Maybe another one.");
        }
        return new Arm(
                name,
                share.doubleValue(),
                item.choice("ranking", Words.of(Ranking.class), Ranking.CHAMPION),
                item.choice("levers", LEVERS, true));
    }
}
