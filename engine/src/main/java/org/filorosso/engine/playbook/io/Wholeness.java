package org.filorosso.engine.playbook.io;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Whether everything that a playbook's files say could be read, so that what they name in each other can be checked. */
final class Wholeness {
    private Wholeness() {}

    /** False when settings or a table are there and could not be read, or must be there and are not. */
    static boolean of(Sheets sheets, Problems problems) {
        Set<String> broken = new HashSet<>();
        problems.errors().forEach(problem -> broken.add(plainName(problem.file())));
        boolean settings = sheets.settings() != null && !unreadable(problems);
        return settings
                && Stream.of(Table.values())
                        .allMatch(table -> sheets.table(table).isPresent() || !broken.contains(table.sheet()));
    }

    private static boolean unreadable(Problems problems) {
        return problems.errors().stream()
                .anyMatch(problem -> plainName(problem.file()).equals("playbook")
                        && (problem.code() == Code.YAML_SYNTAX || problem.code() == Code.YAML_FEATURE));
    }

    // engagement.csv and telco.xlsx!engagement are the table engagement
    private static String plainName(String file) {
        String name = file.substring(file.lastIndexOf('!') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
