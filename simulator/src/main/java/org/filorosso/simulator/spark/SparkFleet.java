package org.filorosso.simulator.spark;

import java.util.function.UnaryOperator;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.filorosso.simulator.fleet.Crew;
import org.filorosso.simulator.fleet.Fleet;
import org.filorosso.simulator.fleet.FleetException;
import org.filorosso.simulator.fleet.Shipment;
import org.jspecify.annotations.Nullable;

/** A Spark application. It is started when the first block of work is there: a mistyped option does not wait for it. */
public final class SparkFleet implements Fleet, AutoCloseable {
    private static final int FAULT = 1;
    private static final int USAGE = 2;

    private final SparkConf conf;
    private final UnaryOperator<Function<byte[], byte[]>> work;
    private @Nullable JavaSparkContext context;

    /** @param conf of the application */
    public SparkFleet(SparkConf conf) {
        this(conf, work -> work);
    }

    /** @param work what executors do in place of their work */
    SparkFleet(SparkConf conf, UnaryOperator<Function<byte[], byte[]>> work) {
        this.conf = conf.clone().setIfMissing("spark.app.name", "filorosso");
        this.work = work;
    }

    /** The application that {@code spark-submit} describes. */
    static SparkFleet submitted() {
        return new SparkFleet(new SparkConf());
    }

    @Override
    public int threads() {
        return conf.getInt("spark.task.cpus", 1);
    }

    @Override
    public Crew crew(Shipment shipment) {
        return new SparkCrew(this, shipment, SparkCrew.blockRows(conf));
    }

    /**
     * The running application.
     *
     * @throws FleetException if it cannot be started
     */
    JavaSparkContext context() {
        JavaSparkContext running = context;
        if (running == null) {
            running = start();
            context = running;
        }
        return running;
    }

    private JavaSparkContext start() {
        if (!conf.contains("spark.master")) {
            throw new FleetException(
                    USAGE,
                    "Spark has no master. Maybe spark-submit --master local[*] ..., yarn or spark://HOST:7077",
                    null);
        }
        try {
            return new JavaSparkContext(conf);
        } catch (RuntimeException e) {
            throw unstarted(e);
        } catch (Exception e) {
            // Scala does not declare what it throws
            if (e instanceof SparkException) {
                throw unstarted(e);
            }
            throw new IllegalStateException(e);
        }
    }

    private FleetException unstarted(Exception cause) {
        return new FleetException(
                FAULT,
                "Spark cannot be started on " + conf.get("spark.master") + ": " + cause.getMessage()
                        + ". Maybe --master or a --conf is wrong.",
                cause);
    }

    Function<byte[], byte[]> work(String shipment) {
        return work.apply(new BlockWork(shipment));
    }

    /** Ends the application. */
    @Override
    public void close() {
        JavaSparkContext running = context;
        if (running != null) {
            running.close();
            context = null;
        }
    }
}
