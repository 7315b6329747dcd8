package org.filorosso.simulator.review.change;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.filorosso.engine.decide.StageCode;

/**
 * One stage before and after, summed over the same questions.
 *
 * @param stage its code
 * @param inBefore candidates that it was given
 * @param outBefore candidates that it left
 * @param inAfter likewise, after
 * @param outAfter likewise, after
 * @param emptiedBefore answers that it left without any action
 * @param emptiedAfter likewise, after
 */
public record StageChange(
        String stage,
        long inBefore,
        long outBefore,
        long inAfter,
        long outAfter,
        long emptiedBefore,
        long emptiedAfter) {
    private static final List<String> ORDER =
            Arrays.stream(StageCode.values()).map(StageCode::code).toList();

    /** Both sides together, in the order of the engine: a stage that one of them does not have counts nothing there. */
    public static List<StageChange> of(List<Funnel.Stage> before, List<Funnel.Stage> after) {
        Map<String, Funnel.Stage> old = byName(before);
        Map<String, Funnel.Stage> now = byName(after);
        TreeSet<String> names =
                new TreeSet<>(Comparator.<String>comparingInt(ORDER::indexOf).thenComparing(Comparator.naturalOrder()));
        names.addAll(old.keySet());
        names.addAll(now.keySet());
        return names.stream()
                .map(name -> {
                    Funnel.Stage nothing = new Funnel.Stage(name, 0, 0, 0);
                    return of(old.getOrDefault(name, nothing), now.getOrDefault(name, nothing));
                })
                .toList();
    }

    private static Map<String, Funnel.Stage> byName(List<Funnel.Stage> stages) {
        return stages.stream()
                .collect(Collectors.toMap(Funnel.Stage::stage, Function.identity(), (a, b) -> b, LinkedHashMap::new));
    }

    private static StageChange of(Funnel.Stage before, Funnel.Stage after) {
        return new StageChange(
                before.stage(), before.in(), before.out(), after.in(), after.out(), before.emptied(), after.emptied());
    }
}
