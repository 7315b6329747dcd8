package org.filorosso.engine.playbook.io;

/** The order in which files and sheets of a playbook are reported: {@code playbook}, the tables, then the rest. */
final class FileOrder {
    private static final int REST = Table.values().length + 1;

    private FileOrder() {}

    static int of(String file) {
        String name = file.substring(file.lastIndexOf('!') + 1);
        if (name.equals("playbook.yaml") || name.equals("playbook")) {
            return 0;
        }
        return Table.of(name.endsWith(".csv") ? name.substring(0, name.length() - 4) : name)
                .map(table -> table.ordinal() + 1)
                .orElse(REST);
    }
}
