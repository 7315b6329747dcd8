package org.filorosso.simulator.spark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.filorosso.simulator.fleet.Crew;
import org.filorosso.simulator.fleet.FleetException;
import org.filorosso.simulator.fleet.Shipment;
import org.jspecify.annotations.Nullable;

/**
 * The executors of a Spark application. A block is a job of one task; Spark runs a task again where an executor is lost. The
 * shipment is one file, which Spark hands to every executor once.
 */
final class SparkCrew implements Crew {
    static final String BLOCK_ROWS = "spark.filorosso.block.rows";
    private static final int USUAL_ROWS = 1_000;
    private static final int FAULT = 1;
    private static final int USAGE = 2;

    private final SparkFleet fleet;
    private final Shipment shipment;
    private final int blockRows;
    private final Deque<JavaFutureAction<List<byte[]>>> underWay = new ArrayDeque<>();
    private @Nullable Path file;
    private long sent;

    SparkCrew(SparkFleet fleet, Shipment shipment, int blockRows) {
        this.fleet = fleet;
        this.shipment = shipment;
        this.blockRows = blockRows;
    }

    /** @throws FleetException if the setting is no number above 0 */
    static int blockRows(SparkConf conf) {
        String rows = conf.get(BLOCK_ROWS, String.valueOf(USUAL_ROWS));
        if (!rows.matches("[1-9][0-9]{0,6}")) {
            throw new FleetException(
                    USAGE, BLOCK_ROWS + ": \"" + rows + "\" is no number of rows. Maybe " + USUAL_ROWS, null);
        }
        return Integer.parseInt(rows);
    }

    @Override
    public int blockRows() {
        return blockRows;
    }

    /** As many again wait as are worked on; more where Spark has found more executors meanwhile. */
    @Override
    public int atOnce() {
        return 2 * fleet.context().defaultParallelism();
    }

    @Override
    public Pending send(byte[] block) {
        JavaSparkContext context = fleet.context();
        long number = ++sent;
        JavaFutureAction<List<byte[]>> future = context.parallelize(List.of(block), 1)
                .map(fleet.work(shipped(context)))
                .collectAsync();
        underWay.removeIf(JavaFutureAction::isDone);
        underWay.add(future);
        return () -> await(future, number);
    }

    private static byte[] await(JavaFutureAction<List<byte[]>> future, long number) {
        try {
            return future.get().get(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Spark works", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String why = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
            throw new FleetException(
                    FAULT,
                    "Spark gave up block " + number + ": " + why
                            + ". Maybe an executor has too little memory (--executor-memory); --stack-trace shows"
                            + " more.",
                    cause);
        }
    }

    /** The name under which executors find the shipment. */
    private String shipped(JavaSparkContext context) {
        Path packed = file;
        if (packed == null) {
            packed = pack();
            file = packed;
            context.addFile(packed.toString());
        }
        return String.valueOf(packed.getFileName());
    }

    private Path pack() {
        try {
            Path zip = Files.createTempFile("filorosso-", ".zip");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(zip))) {
                shipment.write(out);
            }
            return zip;
        } catch (IOException e) {
            throw new FleetException(
                    FAULT, "The inputs cannot be packed for Spark: " + e + ". Maybe the disk is full.", e);
        }
    }

    /** Who closes it early needs nothing more of what is under way. */
    @Override
    public void close() {
        underWay.forEach(future -> future.cancel(true));
        Path packed = file;
        if (packed != null) {
            ExecutorStations.forget(String.valueOf(packed.getFileName()));
            packed.toFile().deleteOnExit();
            file = null;
        }
    }
}
