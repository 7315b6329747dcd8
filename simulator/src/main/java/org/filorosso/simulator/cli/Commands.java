package org.filorosso.simulator.cli;

import java.lang.reflect.Constructor;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** The commands, in the order in which help lists them, and how they are made: each is given the root command. */
final class Commands implements IFactory {
    static final List<Class<?>> ALL = List.of(
            InitCommand.class,
            ValidateCommand.class,
            TestCommand.class,
            DecideCommand.class,
            ExplainCommand.class,
            RunCommand.class,
            DiffCommand.class,
            PrintCommand.class,
            ReachCommand.class,
            PriceTagCommand.class,
            ScorecardCommand.class,
            GenerateCommand.class,
            SimulateCommand.class,
            CalibrateCommand.class,
            BacktestCommand.class,
            ConvertCommand.class,
            EvaluateCommand.class,
            AttributeCommand.class,
            RfmCommand.class,
            ClvCommand.class,
            PowerCommand.class,
            CompareCommand.class,
            LogCommand.class,
            DoctorCommand.class,
            CompletionCommand.class);

    private final Filorosso root;

    Commands(Filorosso root) {
        this.root = root;
    }

    @Override
    public <K> K create(Class<K> kind) throws Exception {
        for (Constructor<?> constructor : kind.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Filorosso.class) {
                return kind.cast(constructor.newInstance(root));
            }
        }
        return CommandLine.defaultFactory().create(kind);
    }
}
