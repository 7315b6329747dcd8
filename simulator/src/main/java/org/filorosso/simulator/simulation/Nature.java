package org.filorosso.simulator.simulation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.feel.Numbers;
import org.filorosso.engine.history.Event;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.simulator.chance.Draws;
import org.filorosso.simulator.population.Behaviour;
import org.filorosso.simulator.population.Behaviour.Happening;
import org.filorosso.simulator.population.Distribution;
import org.filorosso.simulator.simulation.Member.Due;
import org.filorosso.simulator.simulation.Totals.Figure;
import org.filorosso.simulator.world.World;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a member at the beginning of a day without anybody addressing him: what is due, events, the bill, growth,
 * and whether he leaves. Touches nobody but the member.
 */
final class Nature {
    private static final long CHURN = Draws.part("churn");
    private static final long EVENT = Draws.part("event");
    private static final long FIELD = Draws.part("field");
    private static final int MONTH = 30;
    private static final int PROMOTER = 9;
    private static final int DETRACTOR = 6;
    private static final String SATISFACTION = "satisfaction";

    private final Scene scene;
    private final Gaze gaze;

    Nature(Scene scene) {
        this.scene = scene;
        this.gaze = new Gaze(scene);
    }

    /** The first look, before anything happens. */
    void begin(Member member) {
        String left = scene.behaviour().left();
        member.gone = left != null && Boolean.TRUE.equals(member.value(left));
        member.stage = gaze.unasked(member, scene.midnight(0).toInstant()).stage();
        member.firstStage = member.stage;
    }

    /**
     * One day.
     *
     * @param now its midnight
     */
    void day(Member member, int day, Instant now) {
        due(member, day);
        if (!member.gone) {
            for (int i = 0; i < scene.behaviour().happenings().size(); i++) {
                happen(member, day, i, now);
            }
        }
        recover(member);
        String spend = scene.behaviour().spend();
        if (!member.gone && spend != null && member.value(spend) instanceof BigDecimal paid) {
            member.totals.add(Figure.REVENUE, paid.doubleValue() / MONTH);
        }
        if (everyMonth(member, day)) {
            grow(member);
            churn(member, day, now);
        }
    }

    private void due(Member member, int day) {
        if (member.due.isEmpty()) {
            return;
        }
        for (Due due : List.copyOf(member.due)) {
            if (due.day() <= day) {
                member.due.remove(due);
                member.pleased(due.satisfaction());
                if (due.event() != null) {
                    member.events.add(due.event());
                }
                var outcome = due.outcome();
                if (outcome != null) {
                    member.interactions.add(outcome);
                    member.totals.one(outcome.outcome() == Outcome.FULFILLED ? Figure.FULFILLED : Figure.FAILED);
                }
            }
        }
    }

    private void happen(Member member, int day, int row, Instant now) {
        Happening happening = scene.behaviour().happenings().get(row);
        if (!comes(happening, member, day, row)) {
            return;
        }
        String key = happening.keyed() ? happening.event() + "-" + member.id() + "-" + day : "";
        Map<String, Object> fields = fields(happening.fields(), member, day, row);
        member.events.add(new Event(now, happening.event(), key, fields));
        member.pleased(happening.satisfaction());
        if (happening.event().equals("survey")) {
            surveyed(member, fields.get("score"));
        }
        Behaviour.Next next = happening.next();
        if (next != null) {
            int days = next.days()[0]
                    + scene.draws().below(next.days()[1] - next.days()[0] + 1, member.key(), day, EVENT, row, 1);
            Event follows = new Event(
                    scene.midnight(day + days).toInstant(),
                    next.event(),
                    key,
                    fields(next.fields(), member, day + days, row));
            member.due.add(new Due(day + days, follows, null, next.satisfaction()));
        }
    }

    private boolean comes(Happening happening, Member member, int day, int row) {
        return happening.every() > 0
                ? (day + scene.draws().below(happening.every(), member.key(), EVENT, row)) % happening.every() == 0
                : scene.draws().unit(member.key(), day, EVENT, row) < -Math.expm1(-happening.rate());
    }

    private Map<String, Object> fields(Map<String, Distribution> fields, Member member, int day, int row) {
        Map<String, Object> drawn = new HashMap<>();
        fields.forEach((name, distribution) -> {
            double unit = scene.draws().unit(member.key(), day, FIELD, row, Draws.part(name));
            Object value = distribution.at(unit, known -> known(member, known));
            if (value != null) {
                drawn.put(name, value);
            }
        });
        return drawn.isEmpty() ? Map.of() : Map.copyOf(drawn);
    }

    private static @Nullable Object known(Member member, String name) {
        return name.equals(SATISFACTION) ? (Object) new BigDecimal(member.satisfaction) : member.value(name);
    }

    /** Promoters say 9 or 10, detractors 0 to 6 (Reichheld, "The one number you need to grow", HBR 2003). */
    private static void surveyed(Member member, @Nullable Object score) {
        if (score instanceof BigDecimal said) {
            member.totals.one(Figure.SURVEYED);
            if (said.doubleValue() >= PROMOTER) {
                member.totals.one(Figure.PROMOTERS);
            } else if (said.doubleValue() <= DETRACTOR) {
                member.totals.one(Figure.DETRACTORS);
            }
        }
    }

    private void recover(Member member) {
        double back = scene.behaviour().mood().back();
        if (back > 0) {
            member.satisfaction += back * (member.person.satisfaction() - member.satisfaction);
        }
    }

    /** Once in 30 days, on a day of his own. */
    private boolean everyMonth(Member member, int day) {
        return (day + scene.draws().below(MONTH, member.key(), CHURN)) % MONTH == MONTH - 1;
    }

    private void grow(Member member) {
        scene.behaviour().monthly().forEach((name, growth) -> {
            String attribute = growth.attribute();
            Object by = attribute == null ? new BigDecimal(growth.by()) : member.value(attribute);
            if (!member.gone && member.value(name) instanceof BigDecimal number && by instanceof BigDecimal more) {
                member.set(name, Numbers.normal(number.add(more)));
            }
        });
    }

    private void churn(Member member, int day, Instant now) {
        World.Look look = gaze.unasked(member, now);
        member.stage = look.stage();
        if (!member.gone && scene.draws().unit(member.key(), day, CHURN) < look.probability(World.Event.CHURN, 0)) {
            member.gone = true;
            member.totals.one(Figure.CHURNED);
            member.events.add(new Event(now, "churn", "", Map.of()));
            String left = scene.behaviour().left();
            if (left != null) {
                member.set(left, true);
            }
        }
    }
}
