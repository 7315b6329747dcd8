package org.filorosso.simulator.customers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.filorosso.engine.playbook.AssignmentLevel;
import org.filorosso.engine.playbook.NamedList;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * The members of the playbook's lists, from a folder with one CSV of ids per list: {@code do-not-call.csv}. A header
 * {@code id} or {@code household} may head the ids; further columns are not looked at.
 *
 * @param members by name of the list: subjects or households, by the list's level
 */
public record ListFolder(Map<String, Set<String>> members, Map<String, AssignmentLevel> levels) {

    /** No members. */
    public static final ListFolder NONE = new ListFolder(Map.of(), Map.of());

    /**
     * Reads the folder.
     *
     * @throws FlawException if it cannot be read, or a file bears the name of no list
     */
    public static ListFolder read(Playbook playbook, Path folder) throws FlawException {
        if (!Files.isDirectory(folder)) {
            throw new FlawException(Flaw.of(
                    folder.toString(), "there is no such folder", "Maybe a folder with one CSV of ids per list."));
        }
        Map<String, AssignmentLevel> levels = new HashMap<>();
        playbook.tables().lists().forEach(list -> levels.put(list.name(), list.level()));
        Map<String, Set<String>> members = new HashMap<>();
        List<Flaw> flaws = new ArrayList<>();
        for (Path file : files(folder)) {
            String name = String.valueOf(file.getFileName()).replaceFirst("\\.csv$", "");
            if (levels.containsKey(name)) {
                members.put(name, ids(DataFile.of(file), playbook.settings().importId()));
            } else {
                flaws.add(Flaw.of(file.toString(), "is no list of the playbook", Nearest.maybe(name, names(playbook))));
            }
        }
        if (!flaws.isEmpty()) {
            throw new FlawException(flaws);
        }
        return new ListFolder(members, levels);
    }

    private static List<String> names(Playbook playbook) {
        return playbook.tables().lists().stream().map(NamedList::name).toList();
    }

    private static List<Path> files(Path folder) throws FlawException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new FlawException(Flaw.of(folder.toString(), "cannot be read: " + e.getMessage(), null));
        }
    }

    private static Set<String> ids(DataFile file, String importId) throws FlawException {
        Set<String> ids = new HashSet<>();
        if (file.path().toFile().length() == 0) {
            return ids; // a list may be empty
        }
        try (ListedIds listed = ListedIds.open(file, importId)) {
            for (ListedIds.@Nullable Listed id = listed.next(); id != null; id = listed.next()) {
                ids.add(id.id());
            }
        }
        return ids;
    }

    /** The lists that a subject is on, himself or by his household. */
    public Set<String> listsOf(String id, String householdOrSelf) {
        if (members.isEmpty()) {
            return Set.of();
        }
        Set<String> lists = new HashSet<>();
        members.forEach((list, ids) -> {
            if (ids.contains(levels.get(list) == AssignmentLevel.HOUSEHOLD ? householdOrSelf : id)) {
                lists.add(list);
            }
        });
        return lists;
    }
}
