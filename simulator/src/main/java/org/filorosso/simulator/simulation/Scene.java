package org.filorosso.simulator.simulation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.simulator.chance.Draws;
import org.filorosso.simulator.population.Behaviour;
import org.filorosso.simulator.world.World;

/**
 * What all arms of a simulation share: how customers behave and respond, their luck, and the calendar.
 *
 * @param playbook whose population it is
 * @param start the first day
 * @param days how many, at least 1
 */
public record Scene(Playbook playbook, Behaviour behaviour, World world, Draws draws, LocalDate start, int days) {

    ZoneId zone() {
        return playbook.settings().zone();
    }

    LocalDate date(int day) {
        return start.plusDays(day);
    }

    ZonedDateTime midnight(int day) {
        return date(day).atStartOfDay(zone());
    }
}
