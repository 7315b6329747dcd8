package org.filorosso.simulator.run.outbound;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.filorosso.engine.decide.Engine;
import org.filorosso.simulator.customers.CustomerInputs;
import org.filorosso.simulator.customers.Flaw;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.run.Question;
import org.filorosso.simulator.run.allocation.Allocation;
import org.filorosso.simulator.run.allocation.Resource;

/**
 * Whom to contact today, on which channel, with what: at most one contact a customer, everything that the production
 * decision allows, never more of a capacity, cap or budget than is left, total priority as high as it can be.
 *
 * <p>Two passes. The first decides for each customer on each channel and writes what could be said to a folder, piece by
 * piece; then scarce units are shared out ({@link Allocation}); the second goes through the pieces and writes the contacts.
 * A run that is killed goes on after the last whole piece and gives the same bytes. Memory: 13 bytes for each choice that a
 * customer has, some 30 bytes a customer besides, some 200 for each contact with a member of a household, and the history.
 */
public final class OutboundRun {

    /** Rows that are decided again after a break, at most. */
    public static final int PIECE = 5_000;

    private final Engine engine;
    private final Audience audience;
    private final RunQuestion asked;
    private final Task task;

    /**
     * A run over the customers of files.
     *
     * @param asked its time is that of a new run; one that goes on keeps its own
     */
    public OutboundRun(Engine engine, CustomerInputs inputs, RunQuestion asked, Task task) {
        this(engine, new FileAudience(engine.playbook(), inputs), asked, task);
    }

    /**
     * A run over any customers.
     *
     * @param asked its time is that of a new run; one that goes on keeps its own
     */
    public OutboundRun(Engine engine, Audience audience, RunQuestion asked, Task task) {
        this.engine = engine;
        this.audience = audience;
        this.asked = asked;
        this.task = task;
    }

    /**
     * Where and how a run is done.
     *
     * @param out folder that exists; holds the unfinished run
     * @param command named in the manifest
     * @param timed whether the time is a part of what was asked, so that an unfinished run of another time is another run
     * @param threads at least 1; changes no result
     * @param piece rows of a piece, at least 1, such as {@link OutboundRun#PIECE}; changes no result
     */
    public record Task(Path out, String command, boolean timed, int threads, int piece) {}

    /** Who wants to know how far it is. */
    public interface Listener {
        /** Rows of the history read. */
        void history(long rows);

        /** One more customer is decided. */
        void decided(double fraction);

        Listener NONE = new Listener() {
            @Override
            public void history(long rows) {}

            @Override
            public void decided(double fraction) {}
        };
    }

    /**
     * Runs it, or goes on with it. The caller deletes what is unfinished ({@link #finish}) when he has the results safe.
     *
     * @param csv receives the contacts, piece by piece
     * @param flaws receives the rows that are skipped
     * @throws FlawException if a file cannot be read, or the folder holds another unfinished run
     */
    public Manifest run(Consumer<String> csv, Flaws flaws, Listener listener) throws FlawException {
        csv.accept(Contact.header());
        return contacts(piece -> csv.accept(Contact.csv(piece)), flaws, listener);
    }

    /**
     * The same with contacts that are not yet text.
     *
     * @param made receives the contacts, piece by piece, in the order of the customers
     * @throws FlawException if the customers cannot be read, or the folder holds another unfinished run
     */
    public Manifest contacts(Consumer<List<Contact>> made, Flaws flaws, Listener listener) throws FlawException {
        List<InputHash> hashes = audience.inputs();
        String fingerprint = fingerprint(hashes);
        RunFolder.Opened opened =
                RunFolder.open(task.out(), fingerprint, asked.at().toInstant());
        RunQuestion question =
                asked.at(opened.at().atZone(engine.playbook().settings().zone()));
        Audience.Members members = audience.at(question.at(), flaws, listener::history);
        Scarcity scarcity = new Scarcity(engine.playbook(), members.counters(), question.at());
        Choices choices = new Choices(engine, question, scarcity);
        Plan plan;
        try (Audience.Pass customers = members.pass()) {
            Plan.Steps steps =
                    new Plan.Steps(task.threads(), task.piece(), () -> listener.decided(customers.fraction()));
            plan = new Plan(choices, scarcity, opened.folder(), steps);
            plan.decide(customers, flaws);
        }
        Allocation allocation = Allocation.of(plan.market(), asked.seed());
        Contacts contacts = new Contacts(engine.playbook(), question, choices, scarcity);
        contacts.begin(allocation);
        try (Audience.Pass customers = members.pass()) {
            for (int i = 0; i < plan.pieces(); i++) {
                List<Planned> piece = piece(opened.folder(), i);
                made.accept(contacts.of(piece, customers.next(piece.size()), plan.market(), allocation));
            }
        }
        return manifest(new Done(question, plan, allocation, contacts, scarcity), hashes, fingerprint);
    }

    /** What came of it. */
    private record Done(RunQuestion question, Plan plan, Allocation allocation, Contacts contacts, Scarcity scarcity) {}

    private List<Planned> piece(RunFolder folder, int number) throws FlawException {
        List<Planned> piece = folder.piece(number);
        if (piece == null) {
            throw new FlawException(Flaw.of(
                    task.out().resolve(RunFolder.NAME).toString(),
                    "was changed while the run was working",
                    "Maybe another run writes there."));
        }
        return piece;
    }

    /** Takes away what a finished run no longer needs. */
    public static void finish(Path out) throws FlawException {
        RunFolder.delete(out);
    }

    /**
     * Names the run by its inputs and options; also by its time where that was asked for. 64 hex digits.
     *
     * @throws FlawException if a file cannot be read
     */
    public String fingerprint() throws FlawException {
        return fingerprint(audience.inputs());
    }

    /** Names the run: the same for the same inputs and options; the time only where it was asked for. */
    private String fingerprint(List<InputHash> hashes) {
        List<String> parts = new ArrayList<>();
        parts.add(Manifest.FORMAT);
        parts.add(engine.playbook().revision());
        for (Question question : asked.questions()) {
            parts.add(question.channel().name() + " "
                    + question.contexts().entrySet().stream()
                            .sorted(java.util.Map.Entry.comparingByKey())
                            .toList());
            parts.add(String.valueOf(question.language()));
        }
        parts.add(asked.preference() + " " + asked.seed());
        parts.add(task.timed() ? asked.at().toInstant().toString() : "");
        parts.add(audience.options());
        hashes.forEach(hash -> parts.add(hash.toString()));
        return InputHash.ofTexts(parts);
    }

    private Manifest manifest(Done done, List<InputHash> hashes, String fingerprint) {
        Plan plan = done.plan();
        Contacts contacts = done.contacts();
        double bound = Math.max(done.allocation().bound(), contacts.total());
        return new Manifest(
                Manifest.FORMAT,
                engine.playbook().name(),
                engine.playbook().revision(),
                done.question().at().toOffsetDateTime().toString(),
                asked.seed(),
                task.command(),
                asked.preference().name().toLowerCase(java.util.Locale.ROOT),
                fingerprint,
                hashes,
                new Manifest.Counts(
                        plan.rows(),
                        plan.bad(),
                        plan.silent(),
                        contacts.contacts(),
                        plan.rows() - plan.bad() - plan.silent() - contacts.contacts(),
                        contacts.again()),
                new Manifest.Totals(contacts.total(), bound, bound > 0 ? contacts.total() / bound : 1),
                channels(done),
                limits(done));
    }

    private List<Manifest.Channel> channels(Done done) {
        return done.question().questions().stream()
                .map(question -> new Manifest.Channel(
                        question.channel().name(),
                        done.contacts().on(question.channel().index()).values().stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                        done.contacts().on(question.channel().index()),
                        Choices.quiet(engine.playbook(), question) ? "quiet hours" : null))
                .toList();
    }

    private static List<Manifest.Limit> limits(Done done) {
        List<Resource> resources = done.scarcity().resources();
        double[] prices = done.allocation().prices();
        long[] left = done.contacts().left();
        List<Manifest.Limit> limits = new ArrayList<>();
        for (int i = 0; i < left.length; i++) {
            Resource resource = resources.get(i);
            int decimals = resource.kind().equals(Scarcity.BUDGET) ? Scarcity.DECIMALS : 0;
            limits.add(new Manifest.Limit(
                    resource.kind(),
                    resource.name(),
                    units(resource.left(), decimals),
                    units(resource.left() - left[i], decimals),
                    prices[i] * Math.pow(10, decimals)));
        }
        return limits;
    }

    private static BigDecimal units(long units, int decimals) {
        BigDecimal exact = BigDecimal.valueOf(units, decimals);
        return exact.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(exact.stripTrailingZeros().toPlainString());
    }

    /**
     * Makes the folder of a run.
     *
     * @throws FlawException if it cannot be made
     */
    public static void create(Path out) throws FlawException {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw new FlawException(Flaw.of(out.toString(), "the folder cannot be made: " + e.getMessage(), null));
        }
    }
}
