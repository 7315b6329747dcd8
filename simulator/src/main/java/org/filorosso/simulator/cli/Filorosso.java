package org.filorosso.simulator.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.filorosso.engine.playbook.io.Nearest;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.fleet.Fleet;
import org.filorosso.simulator.fleet.FleetException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code filorosso}: what all its commands share. */
@Command(
        name = "filorosso",
        description = "Next-best-action decisions from playbooks.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Filorosso.Version.class,
        sortOptions = false,
        footer = {
            "",
            "Exit codes: 0 done, 1 internal fault, 2 wrong usage, 3 the playbook or a test failed, 4 bad input data.",
        })
public final class Filorosso implements Runnable {
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress, no summaries; errors only.",
            scope = ScopeType.INHERIT)
    private boolean quiet;

    @Option(
            names = "--stack-trace",
            description = "After an internal fault, show where it happened.",
            scope = ScopeType.INHERIT)
    private boolean stackTrace;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of what is drawn by chance, default 1. A decision draws nothing and does not depend on it.",
            scope = ScopeType.INHERIT)
    private long seed = 1;

    private final @Nullable Fleet fleet;

    private Filorosso(Terminal terminal, @Nullable Fleet fleet) {
        this.terminal = terminal;
        this.fleet = fleet;
    }

    /**
     * Runs one command in this process.
     *
     * @return the exit code
     */
    static int run(Terminal terminal, String... arguments) {
        return run(terminal, null, arguments);
    }

    /**
     * Runs one command.
     *
     * @param fleet shares the work of the commands that can be shared; null is this process alone
     * @return the exit code
     */
    public static int run(Terminal terminal, @Nullable Fleet fleet, String... arguments) {
        try {
            return commandLine(terminal, fleet).execute(arguments);
        } catch (OutOfMemoryError e) {
            terminal.err().println("Internal fault: out of memory. Maybe java -Xmx4g -jar filorosso.jar ...");
            return ExitCode.FAULT;
        } catch (LinkageError e) {
            terminal.err().println("Internal fault: the program is not whole: " + e);
            return ExitCode.FAULT;
        }
    }

    static CommandLine commandLine(Terminal terminal, @Nullable Fleet fleet) {
        Filorosso root = new Filorosso(terminal, fleet);
        CommandLine line = new CommandLine(root, new Commands(root));
        Commands.ALL.forEach(command -> line.addSubcommand(command));
        line.setOut(writer(terminal.out()));
        line.setErr(writer(terminal.err()));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                terminal.noColor() || !terminal.outIsTerminal() ? Ansi.OFF : Ansi.ON));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((exception, args) -> root.wrongUsage(exception, args));
        line.setExecutionExceptionHandler((exception, command, result) -> root.failed(exception, command));
        return line;
    }

    private static PrintWriter writer(java.io.PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /** Who shares the work, or null. */
    @Nullable
    Fleet fleet() {
        return fleet;
    }

    Terminal terminal() {
        return terminal;
    }

    boolean quiet() {
        return quiet;
    }

    /** For commands that draw a sample. */
    long seed() {
        return seed;
    }

    @Override
    public void run() {
        spec.commandLine().usage(terminal.out());
    }

    private int wrongUsage(ParameterException exception, String... arguments) {
        PrintWriter err = exception.getCommandLine().getErr();
        err.println(exception.getMessage());
        boolean suggested = UnmatchedArgumentException.printSuggestions(exception, err)
                || nearOptions(exception.getCommandLine().getCommandSpec(), err, arguments);
        if (!suggested) {
            String name = exception.getCommandLine().getCommandSpec().qualifiedName();
            err.println("Maybe see: " + name + " --help");
        }
        return ExitCode.USAGE;
    }

    /** A mistyped option is told as a missing one first, so that its near names have to be looked for here. */
    private static boolean nearOptions(CommandSpec command, PrintWriter err, String... arguments) {
        boolean found = false;
        for (String argument : arguments) {
            String option = argument.split("=", 2)[0];
            if (option.startsWith("--") && !command.optionsMap().containsKey(option)) {
                String near = Nearest.maybe(option, command.optionsMap().keySet());
                err.println("Unknown option \"" + option + "\"" + (near == null ? "" : ". " + near));
                found = true;
            }
        }
        return found;
    }

    private int failed(Exception exception, CommandLine command) {
        PrintWriter err = command.getErr();
        if (exception instanceof Refusal refusal) {
            err.println(refusal.getMessage());
            return refusal.code();
        }
        if (exception instanceof FleetException fleets) {
            err.println(fleets.getMessage());
            traces(fleets.getCause(), err);
            return fleets.code();
        }
        if (exception instanceof FlawException flaws) {
            flaws.flaws().forEach(err::println);
            return ExitCode.BAD_INPUT;
        }
        err.println("Internal fault: " + exception + (stackTrace ? "" : ". Maybe --stack-trace shows more."));
        traces(exception, err);
        return ExitCode.FAULT;
    }

    /** Where it happened, for who asked to know. */
    private void traces(@Nullable Throwable fault, PrintWriter err) {
        if (stackTrace && fault != null) {
            Stream.iterate(fault, Objects::nonNull, Throwable::getCause).forEach(cause -> trace(cause, err));
        }
    }

    private static void trace(Throwable cause, PrintWriter err) {
        err.println(cause);
        for (StackTraceElement frame : cause.getStackTrace()) {
            err.println("    at " + frame);
        }
    }

    static String version() {
        String version = Filorosso.class.getPackage().getImplementationVersion();
        return Objects.requireNonNullElse(version, "(not packaged)");
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"filorosso " + version()};
        }
    }
}
