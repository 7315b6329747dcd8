package org.filorosso.engine.playbook;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** A named list of subjects or households whose members are loaded apart; ignored after {@code until}. */
public record NamedList(
        String name, AssignmentLevel level, @Nullable ZonedDateTime until, Playbook.Texts reason) {}
