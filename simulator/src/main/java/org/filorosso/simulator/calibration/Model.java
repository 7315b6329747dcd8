package org.filorosso.simulator.calibration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.filorosso.engine.playbook.io.Sheet;
import org.filorosso.engine.playbook.io.WorldReader;
import org.filorosso.engine.playbook.io.WorldRow;
import org.filorosso.engine.playbook.io.WorldWriter;
import org.filorosso.simulator.world.Memory;
import org.filorosso.simulator.world.World;
import org.jspecify.annotations.Nullable;

/**
 * A world whose coefficients are unknowns: each row that a log can answer stands with an effect of one, so that matching it gives what
 * its coefficient is multiplied by. Immutable.
 */
public final class Model {
    private static final Set<String> FITTED = Set.of("accepted", "later", "rejected", "clicked", "opt-out");

    private final Sheet sheet;
    private final World world;
    private final Memory memory;
    private final List<@Nullable Coefficient> coefficients;
    private final List<@Nullable String> obstacles = new ArrayList<>();
    private final List<Boolean> read = new ArrayList<>();

    private Model(Sheet sheet, World world, List<@Nullable Coefficient> coefficients) {
        this.sheet = sheet;
        this.world = world;
        this.memory = new Memory(world.playbook());
        this.coefficients = coefficients;
    }

    /** Understands a table of world rows; refuses those with errors. */
    public interface Reader {
        WorldReader.Understood read(Sheet world);
    }

    /**
     * A model of a world.
     *
     * @param hidden traits that no log holds
     * @param customers whether the customers' attributes are known
     */
    public static Model of(Sheet sheet, Reader reader, List<WorldReader.Trait> hidden, boolean customers) {
        // as it is first, so that problems are told about what was typed
        reader.read(sheet);
        Map<Integer, Coefficient> found = new HashMap<>();
        Map<Integer, String> units = new HashMap<>();
        WorldWriter.effects(sheet).forEach((line, effect) -> {
            Coefficient coefficient = Coefficient.of(effect);
            if (coefficient != null) {
                found.put(line, coefficient);
                units.put(line, coefficient.unit());
            }
        });
        World world = World.of(reader.read(WorldWriter.with(sheet, units)), true);
        List<@Nullable Coefficient> coefficients = new ArrayList<>();
        world.rows().forEach(row -> coefficients.add(found.get(row.row().line())));
        Model model = new Model(sheet, world, coefficients);
        Set<String> names = hidden.stream().map(WorldReader.Trait::name).collect(Collectors.toSet());
        Readable readable = new Readable(world.playbook(), names, customers);
        for (int i = 0; i < world.rows().size(); i++) {
            model.note(world.rows().get(i), coefficients.get(i), readable);
        }
        return model;
    }

    private void note(WorldRow row, @Nullable Coefficient coefficient, Readable readable) {
        String obstacle = readable.obstacle(row);
        read.add(obstacle == null);
        if (obstacle == null && row.outcomes().stream().noneMatch(FITTED::contains)) {
            obstacle = "is not fitted: " + String.join(", ", row.outcomes());
        } else if (obstacle == null && coefficient == null) {
            obstacle = "has no single coefficient; taken as it is";
        }
        obstacles.add(obstacle);
    }

    World world() {
        return world;
    }

    Memory memory() {
        return memory;
    }

    /** Whether the log can tell that a row matches. */
    boolean reads(int row) {
        return read.get(row);
    }

    /** Whether the coefficient of a row is fitted. */
    boolean fits(int row) {
        return obstacles.get(row) == null;
    }

    /** Why a row keeps its effect, or null. */
    @Nullable
    String obstacle(int row) {
        return obstacles.get(row);
    }

    /** The coefficient that the world states; 1 where the row's effect is taken as it is. */
    double stated(int row) {
        Coefficient coefficient = coefficients.get(row);
        return coefficient == null ? 1 : coefficient.number();
    }

    /** The stated coefficients by row. */
    double[] stated() {
        double[] stated = new double[coefficients.size()];
        for (int i = 0; i < stated.length; i++) {
            stated[i] = stated(i);
        }
        return stated;
    }

    /** The world's table with fitted coefficients; a row whose coefficient did not change stays as it was typed. */
    String text(double... fitted) {
        Map<Integer, String> effects = new HashMap<>();
        for (int i = 0; i < fitted.length; i++) {
            Coefficient coefficient = coefficients.get(i);
            if (coefficient != null && fitted[i] != coefficient.number()) {
                effects.put(world.rows().get(i).row().line(), coefficient.with(fitted[i]));
            }
        }
        return WorldWriter.text(WorldWriter.with(sheet, effects));
    }
}
