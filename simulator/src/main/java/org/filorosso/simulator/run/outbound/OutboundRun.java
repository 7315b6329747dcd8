package org.filorosso.simulator.run.outbound;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.filorosso.engine.decide.Engine;
import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.customers.CustomerInputs;
import org.filorosso.simulator.customers.Flaw;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.fleet.Crew;
import org.filorosso.simulator.fleet.Station;
import org.filorosso.simulator.run.Question;
import org.filorosso.simulator.run.RowStation;
import org.filorosso.simulator.run.allocation.Allocation;
import org.filorosso.simulator.run.allocation.Resource;
import org.jspecify.annotations.Nullable;

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
     * @param hiring who does the first pass instead of the threads, or null; changes no result
     */
    public record Task(
            Path out,
            String command,
            boolean timed,
            int threads,
            int piece,
            @Nullable Hiring hiring) {

        /** With threads of this process. */
        public Task(Path out, String command, boolean timed, int threads, int piece) {
            this(out, command, timed, threads, piece, null);
        }
    }

    /** Finds machines whose station is {@link #station}. */
    @FunctionalInterface
    public interface Hiring {
        /**
         * @param customers open; nothing is read from it
         * @param at time of all decisions
         */
        Crew crew(CustomerFile customers, ZonedDateTime at);
    }

    /** All that the decisions of a run are made of. */
    private record Basis(RunQuestion question, Audience.Members members, Scarcity scarcity, Choices choices) {}

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
        Plan plan = plan(new Basis(question, members, scarcity, choices), opened.folder(), flaws, listener);
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

    private Plan plan(Basis basis, RunFolder folder, Flaws flaws, Listener listener) throws FlawException {
        try (Audience.Pass customers = basis.members().pass();
                FileCrew hands = hands(customers, basis.question().at())) {
            Plan plan = new Plan(
                    new PlanWork(basis.choices()),
                    basis.scarcity(),
                    folder,
                    new Plan.Steps(task.threads(), hands, task.piece(), () -> listener.decided(customers.fraction())));
            plan.decide(customers, flaws);
            return plan;
        }
    }

    private @Nullable FileCrew hands(Audience.Pass customers, ZonedDateTime at) {
        Hiring hiring = task.hiring();
        if (hiring == null) {
            return null;
        }
        if (customers instanceof FileAudience.Rows rows) {
            return new FileCrew(hiring.crew(rows.rows(), at));
        }
        throw new IllegalStateException("Only the rows of a file can be sent elsewhere");
    }

    /**
     * Does the first pass for another process; the question must have the time of its run.
     *
     * @throws FlawException if a file cannot be read
     * @throws IllegalStateException if the customers are not those of files
     */
    public Station station() throws FlawException {
        if (!(audience instanceof FileAudience files)) {
            throw new IllegalStateException("Only the rows of a file can be sent elsewhere");
        }
        FileAudience.Read members = files.at(asked.at(), new Flaws(), count -> {});
        Scarcity scarcity = new Scarcity(engine.playbook(), members.counters(), asked.at());
        PlanWork work = new PlanWork(new Choices(engine, asked, scarcity));
        try (FileAudience.Rows rows = members.pass()) {
            return new RowStation<>(rows.rows(), row -> work.on(members.member(row)), new WorkedCodec());
        }
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
