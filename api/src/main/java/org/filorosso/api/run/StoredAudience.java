package org.filorosso.api.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.filorosso.api.decision.OutboundContacts;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.api.subject.StoredSubject;
import org.filorosso.engine.decide.State;
import org.filorosso.simulator.customers.Flaw;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.run.outbound.Audience;
import org.filorosso.simulator.run.outbound.InputHash;
import org.jspecify.annotations.Nullable;

/**
 * The subjects of the service as the audience of a run: those of a file of ids, read from the database some dozens at a
 * time when they are first asked for.
 *
 * @param ids one a line
 */
record StoredAudience(Path ids, LivePlaybook live, OutboundContacts contacts) implements Audience {
    private static final String ROLE = "subjects";
    private static final int TOGETHER = 64;

    @Override
    public List<InputHash> inputs() throws FlawException {
        return List.of(InputHash.of(ROLE, ids));
    }

    @Override
    public String options() {
        return "";
    }

    @Override
    public Members at(ZonedDateTime time, Flaws flaws, LongConsumer history) {
        return new Subjects(time.toInstant());
    }

    /** How many there are. */
    long count() {
        try (var lines = Files.lines(ids, UTF_8)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The subjects at the time of the run. */
    private final class Subjects implements Members {
        private final Instant at;

        Subjects(Instant at) {
            this.at = at;
        }

        @Override
        public State.Counters counters() {
            return contacts.usedUp(live.playbook(), at);
        }

        @Override
        public Pass pass() {
            try {
                return new Lines(at, count(), Files.newBufferedReader(ids, UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** One way through the file. */
    private final class Lines implements Pass {
        private final Instant at;
        private final long count;
        private final BufferedReader lines;
        private long given;

        Lines(Instant at, long count, BufferedReader lines) {
            this.at = at;
            this.count = count;
            this.lines = lines;
        }

        @Override
        public String name() {
            return ROLE;
        }

        @Override
        public double fraction() {
            return count == 0 ? 1 : (double) given / count;
        }

        @Override
        public List<One> next(int most) {
            List<One> members = new ArrayList<>(most);
            Group group = new Group(at);
            try {
                for (String id = lines.readLine(); id != null; id = lines.readLine()) {
                    if (group.ids.size() == TOGETHER) {
                        group = new Group(at);
                    }
                    group.ids.add(id);
                    members.add(new One(++given, id, group, group.ids.size() - 1));
                    if (members.size() == most) {
                        break;
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return members;
        }

        @Override
        public void close() {
            try {
                lines.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Subjects that are read together. */
    private final class Group {
        private final List<String> ids = new ArrayList<>(TOGETHER);
        private final Instant at;
        private @Nullable List<StoredSubject> read;

        Group(Instant at) {
            this.at = at;
        }

        private synchronized StoredSubject stored(int place) {
            List<StoredSubject> subjects = read;
            if (subjects == null) {
                subjects = contacts.read(ids);
                read = subjects;
            }
            return subjects.get(place);
        }
    }

    /** A subject. */
    private final class One implements Member {
        private final long line;
        private final String id;
        private final Group group;
        private final int place;

        One(long line, String id, Group group, int place) {
            this.line = line;
            this.id = id;
            this.group = group;
            this.place = place;
        }

        @Override
        public long line() {
            return line;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public Known known() throws FlawException {
            StoredSubject stored = group.stored(place);
            if (!stored.known()) {
                // erased since the run began
                throw new FlawException(Flaw.of(ROLE, "a subject is not known any more", null));
            }
            return contacts.known(live, stored, group.at);
        }
    }
}
