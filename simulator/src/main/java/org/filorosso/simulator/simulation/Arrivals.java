package org.filorosso.simulator.simulation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.simulator.chance.Draws;
import org.filorosso.simulator.population.Behaviour;

/** When a customer comes, and when he is addressed. The same for every arm as long as he is in the same stage there. */
final class Arrivals {
    private static final long INBOUND = Draws.part("inbound");
    private static final long OUTBOUND = Draws.part("outbound");
    private static final int MINUTES = 60;
    private static final int APART = 3;

    private final Scene scene;
    private final int day;
    private final LocalDate date;
    private final Map<String, Channel> channels = new HashMap<>();

    /** @param playbook whose channels are meant */
    Arrivals(Scene scene, Playbook playbook, int day) {
        this.scene = scene;
        this.day = day;
        this.date = scene.date(day);
        playbook.tables().channels().forEach(channel -> channels.put(channel.name(), channel));
    }

    /** The occasions of the day, in the order of time, some minutes apart from each other. */
    List<Occasion> of(Member member) {
        List<Occasion> occasions = new ArrayList<>(0);
        inbound(member, occasions);
        outbound(member, occasions);
        if (occasions.size() > 1) {
            occasions.sort(
                    Comparator.comparing((Occasion one) -> one.at().toInstant()).thenComparingLong(Occasion::key));
            for (int i = 1; i < occasions.size(); i++) {
                ZonedDateTime earliest = occasions.get(i - 1).at().plusMinutes(APART);
                if (occasions.get(i).at().isBefore(earliest)) {
                    occasions.set(i, occasions.get(i).at(earliest));
                }
            }
        }
        return occasions;
    }

    private void inbound(Member member, List<Occasion> occasions) {
        List<Behaviour.Arrival> arrivals = scene.behaviour().arrivals();
        for (int i = 0; i < arrivals.size() && !member.gone; i++) {
            Behaviour.Arrival arrival = arrivals.get(i);
            Channel channel = channels.get(arrival.channel());
            double unit = scene.draws().unit(member.key(), day, INBOUND, i);
            if (channel != null && unit < arrival.chance(member.stage)) {
                int minutes = (arrival.to() - arrival.from()) * MINUTES;
                int minute = arrival.from() * MINUTES + scene.draws().below(minutes, member.key(), day, INBOUND, i, 1);
                occasions.add(new Occasion(
                        date.atTime(LocalTime.of(minute / MINUTES, minute % MINUTES))
                                .atZone(scene.zone()),
                        channel,
                        Direction.INBOUND,
                        contexts(arrival, member, i),
                        INBOUND + i));
            }
        }
    }

    private Map<String, Object> contexts(Behaviour.Arrival arrival, Member member, int row) {
        Map<String, Object> contexts = new HashMap<>();
        arrival.context().forEach((name, distribution) -> {
            double unit = scene.draws().unit(member.key(), day, INBOUND, row, Draws.part(name));
            Object value = distribution.at(unit, member::value);
            if (value != null) {
                contexts.put(name, value);
            }
        });
        return contexts;
    }

    private void outbound(Member member, List<Occasion> occasions) {
        List<Behaviour.Run> runs = scene.behaviour().runs();
        DayOfWeek weekday = date.getDayOfWeek();
        for (int i = 0; i < runs.size(); i++) {
            Behaviour.Run run = runs.get(i);
            Channel channel = channels.get(run.channel());
            if (channel != null
                    && run.days().contains(weekday)
                    && scene.draws().unit(member.key(), day, OUTBOUND, i) < run.share()) {
                occasions.add(new Occasion(
                        date.atTime(run.at()).atZone(scene.zone()),
                        channel,
                        Direction.OUTBOUND,
                        Map.of(),
                        OUTBOUND + i));
            }
        }
    }
}
