package org.filorosso.simulator.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.filorosso.simulator.customers.Flaw;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.fleet.Answer;
import org.filorosso.simulator.fleet.Shipment;
import org.filorosso.simulator.fleet.Station;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Makes the station of a command that has arrived from another machine. */
public final class Stations {

    private Stations() {}

    /**
     * Reads everything that the command needs; its files are not needed any more then.
     *
     * @return gives an {@link Answer}; where the command refuses its input, that to every block
     * @throws IOException if a file cannot be read
     */
    public static Station of(Shipment.Arrived arrived) throws IOException {
        try {
            Station station = command(arrived).station();
            return block -> answer(station, block);
        } catch (Refusal e) {
            return refusing(e.code(), String.valueOf(e.getMessage()));
        } catch (FlawException e) {
            return refusing(ExitCode.BAD_INPUT, text(e));
        } catch (ParameterException e) {
            return refusing(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private static Station refusing(int code, String message) {
        return block -> Answer.refused(code, message);
    }

    private static byte[] answer(Station station, byte[] block) throws IOException {
        try {
            return Answer.of(station.work(block));
        } catch (Refusal e) {
            return Answer.refused(e.code(), String.valueOf(e.getMessage()));
        } catch (FlawException e) {
            return Answer.refused(ExitCode.BAD_INPUT, text(e));
        }
    }

    private static String text(FlawException flaws) {
        return flaws.flaws().stream().map(Flaw::toString).collect(Collectors.joining("\n"));
    }

    private static Shared command(Shipment.Arrived arrived) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        CommandLine line = Filorosso.commandLine(new Terminal(nowhere, nowhere, Map.of(), false, false), null);
        line.setOverwrittenOptionsAllowed(true);
        line.setExpandAtFiles(false);
        line.registerConverter(Path.class, typed -> {
            Path path = Path.of(typed);
            return arrived.paths().getOrDefault(path.toString(), path);
        });
        CommandLine.ParseResult parsed =
                line.parseArgs(arrived.arguments().toArray(String[]::new)).subcommand();
        return (Shared) parsed.commandSpec().userObject();
    }
}
