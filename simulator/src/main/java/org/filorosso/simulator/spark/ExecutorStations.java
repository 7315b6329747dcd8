package org.filorosso.simulator.spark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.spark.SparkFiles;
import org.filorosso.simulator.cli.Stations;
import org.filorosso.simulator.fleet.Shipment;
import org.filorosso.simulator.fleet.Station;

/** The stations of this executor: each is made once, by the first task that needs it, and shared by all its threads. */
final class ExecutorStations {
    private static final Map<String, Station> MADE = new ConcurrentHashMap<>();

    private ExecutorStations() {}

    /** The station of a shipment that Spark has brought. */
    static Station of(String shipment) throws IOException {
        try {
            return MADE.computeIfAbsent(shipment, ExecutorStations::make);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Station make(String shipment) {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(Path.of(SparkFiles.get(shipment))))) {
            Path folder = Files.createTempDirectory(Path.of(SparkFiles.getRootDirectory()), "filorosso-");
            try {
                return Stations.of(Shipment.unpack(file, folder));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Lets go of a station: where driver and executor are one process, others follow. */
    static void forget(String shipment) {
        MADE.remove(shipment);
    }
}
