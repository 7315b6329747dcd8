package org.filorosso.simulator.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script that completes commands and options. */
@Command(
        name = "completion",
        description = "Prints a script that completes commands and options: source <(filorosso completion bash). "
                + "The command must be called filorosso: alias filorosso='java -jar .../filorosso.jar'.")
final class CompletionCommand implements Callable<Integer> {
    private final Filorosso root;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SHELL",
            defaultValue = "bash",
            description = "bash (default) or zsh.")
    private Shell shell = Shell.BASH;

    CompletionCommand(Filorosso root) {
        this.root = root;
    }

    /** Shells that the script is for; one script serves both, where zsh has its completion on. */
    enum Shell {
        BASH,
        ZSH
    }

    @Override
    public Integer call() {
        if (shell == Shell.ZSH) {
            root.terminal().out().append("autoload -U +X compinit && compinit\n");
        }
        root.terminal().out().append(AutoComplete.bash("filorosso", spec.root().commandLine()));
        return ExitCode.DONE;
    }
}
