package org.filorosso.simulator.calibration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.filorosso.simulator.customers.Flaw;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.review.ReviewJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A backtest's figure kept beside the world it is about, for the head of every report of that world.
 *
 * @param world SHA-256 of the world's rows: another world has no part in it
 * @param figure in a sentence
 */
public record KeptBacktest(String world, String figure, Backtest backtest) {
    private static final String ENDING = ".backtest.json";
    private static final String TABLE_ENDING = "\\.(csv|xlsx|zip)$";

    /** @param world SHA-256 of its rows */
    public static KeptBacktest of(String world, Backtest backtest) {
        return new KeptBacktest(world, BacktestText.sentence(backtest), backtest);
    }

    /** Where the figure of a world stands: {@code world.backtest.json} beside {@code world.csv}. */
    public static Path beside(Path world) {
        Path name = world.toAbsolutePath().normalize().getFileName();
        return world.resolveSibling(String.valueOf(name).replaceFirst(TABLE_ENDING, "") + ENDING);
    }

    /** @throws IOException if it cannot be written */
    public void write(Path file) throws IOException {
        Files.writeString(file, ReviewJson.of(this), UTF_8);
    }

    /**
     * The figure of a world.
     *
     * @param world SHA-256 of its rows
     * @return null where there is no such file, or it is about other rows
     * @throws FlawException if the file is something else
     */
    public static @Nullable String figure(Path file, String world) throws FlawException {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            JsonNode read = JsonMapper.builder().build().readTree(Files.readString(file, UTF_8));
            JsonNode figure = read.get("figure");
            JsonNode about = read.get("world");
            boolean same = about != null && about.isString() && about.asString().equals(world);
            return same && figure != null && figure.isString() ? figure.asString() : null;
        } catch (JacksonException | IOException e) {
            throw new FlawException(Flaw.of(
                    String.valueOf(file.getFileName()),
                    "is nothing that backtest --keep has written",
                    "Maybe delete it, and keep the figure again."));
        }
    }
}
