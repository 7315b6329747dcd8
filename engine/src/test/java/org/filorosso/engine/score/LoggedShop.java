package org.filorosso.engine.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.history.Event;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.history.Interaction.Details;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.PlaybookReader;
import org.filorosso.engine.score.Decided.Offered;
import org.filorosso.engine.score.Scorecard.Part;
import org.filorosso.engine.score.Scorecard.Score;

/** A small shop whose log is written by hand: one customer after the other, one row after the other. */
final class LoggedShop {
    static final Scope MARCH =
            new Scope(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"), null);

    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<SubjectLog> subjects = new ArrayList<>();
    private Scope scope = MARCH;

    LoggedShop() {
        files.put("playbook.yaml", """
                format: filorosso/v1
                name: shop
                title: Shop
                timezone: UTC
                currency: EUR
                languages: [en]
                purposes: [marketing, profiling]
                reasons: [price]
                arbitration: {propensity: prior}
                holdout: {share: 5%, salt: shop, level: subject, except: [Care]}
                """);
        files.put("channels.csv", """
                channel,direction,consent,quiet
                phone,inbound,,
                email,both,marketing,21:00-08:00
                """);
        files.put("events.csv", "event,case,effect\ncomplaint,case,opens\nsolved,case,closes\nmoved,,\n");
        files.put("actions.csv", """
                action,issue,group,value,title,product,purpose,quote valid,due
                giga,Grow,Data,10,More giga,,,P60D,
                fibre,Grow,Lines,20,Fibre,fibre,,,P10D
                save,Retain,Save,15,Stay with us,,,,
                help,Care,Help,1,We help,,service,,
                """);
        StringBuilder treatments = new StringBuilder("id,action,channel,headline\n");
        for (String action : List.of("giga", "fibre", "save", "help")) {
            for (String channel : List.of("phone", "email")) {
                treatments.append("%1$s-%2$s,%1$s,%2$s,Hello\n".formatted(action, channel));
            }
        }
        files.put("treatments.csv", treatments.toString());
    }

    LoggedShop table(String file, String text) {
        files.put(file, text);
        return this;
    }

    LoggedShop scope(Scope other) {
        scope = other;
        return this;
    }

    Playbook playbook() {
        try {
            Path folder = Files.createTempDirectory("shop");
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
            return PlaybookReader.read(folder, LocalDate.of(2026, 3, 1)).orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LoggedShop with(Subject subject) {
        subjects.add(subject.log());
        return this;
    }

    Scorecard scorecard() {
        Scoring scoring = new Scoring(playbook(), scope, null);
        subjects.forEach(scoring::add);
        return scoring.scorecard();
    }

    Score score(String name) {
        return scorecard().scores().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A part by its place in its C. */
    Part part(String name, int place) {
        return score(name).parts().get(place);
    }

    /** {@code 2/3}: what counts of what was looked at. */
    String fraction(String name, int place) {
        var figure = part(name, place).figure();
        return figure == null ? "nothing" : plain(figure.numerator()) + "/" + plain(figure.denominator());
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** The rows of one customer. Days are of March 2026, times at ten where none is given. */
    static final class Subject {
        private final String id;
        private final List<Decided> decisions = new ArrayList<>();
        private final List<Interaction> responses = new ArrayList<>();
        private final List<Event> events = new ArrayList<>();
        private Known known = Known.NOTHING;

        Subject(String id) {
            this.id = id;
        }

        private static Instant time(String day) {
            String date = day.contains("-") ? day : "2026-03-" + day;
            return Instant.parse(date.contains("T") ? date + ":00Z" : date + "T10:00:00Z");
        }

        Subject known(Known other) {
            known = other;
            return this;
        }

        /** Decided, with results {@code action P}; none is an empty answer. */
        Subject decided(String interaction, String day, String arm, String channel, String... results) {
            List<Offered> offered = new ArrayList<>();
            for (String result : results) {
                String[] words = result.split(" ");
                offered.add(new Offered(words[0], offered.size() + 1, Double.parseDouble(words[1]), null));
            }
            decisions.add(new Decided(
                    interaction,
                    time(day),
                    arm,
                    "abc",
                    channel,
                    direction(channel),
                    offered,
                    offered.isEmpty() ? "eligibility" : null));
            return this;
        }

        private static Direction direction(String channel) {
            return channel.equals("phone") ? Direction.INBOUND : Direction.OUTBOUND;
        }

        Subject row(String interaction, String day, String action, Outcome outcome, String channel, Details details) {
            responses.add(
                    new Interaction(interaction, time(day), action, outcome, channel, direction(channel), 1, details));
            return this;
        }

        Subject row(String interaction, String day, String action, Outcome outcome) {
            return row(interaction, day, action, outcome, "phone", Details.NONE);
        }

        /** Presented on the phone, inbound, in an interaction of its own. */
        Subject shown(String day, String action) {
            return row(action + day, day, action, Outcome.PRESENTED);
        }

        Subject quoted(String day, String action, String price) {
            Details details = new Details(null, new BigDecimal(price), null, null, null, null);
            return row(action + day, day, action, Outcome.PRESENTED, "phone", details);
        }

        Subject event(String day, String event, String key) {
            events.add(new Event(time(day), event, key, Map.of()));
            return this;
        }

        SubjectLog log() {
            return SubjectLog.of(id, known, decisions, responses, events);
        }
    }
}
