package org.filorosso.api.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.filorosso.api.store.Database;
import org.jspecify.annotations.Nullable;

/**
 * Writes down whom a run may contact, once, before it begins: who comes or goes meanwhile changes nothing for it. A list
 * may name subjects, their aliases or their households.
 */
final class Selection {
    private static final String NAME = "subjects.txt";
    private static final int PAGE = 5_000;
    private static final String MEMBERS = " and (id in (select member from list_member where list = ?)"
            + " or household in (select member from list_member where list = ?)"
            + " or id in (select subject_id from subject_alias join list_member on member = alias where list = ?))";

    private final Database database;

    Selection(Database database) {
        this.database = database;
    }

    /**
     * The file of a run, one id a line in order; written when it is not there.
     *
     * @param list or null for everybody
     */
    Path in(Path folder, @Nullable String list) {
        Path file = folder.resolve(NAME);
        if (Files.exists(file)) {
            return file;
        }
        try {
            Files.createDirectories(folder);
            Path part = folder.resolve(NAME + ".part");
            write(part, list);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of a run cannot be written", e);
        }
    }

    private void write(Path part, @Nullable String list) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(part, UTF_8)) {
            List<String> page = page("", list);
            while (!page.isEmpty()) {
                for (String id : page) {
                    out.write(id);
                    out.write('\n');
                }
                page = page.size() < PAGE ? List.of() : page(page.get(page.size() - 1), list);
            }
        }
    }

    private List<String> page(String after, @Nullable String list) {
        var query = database.sql()
                .sql("select id from subject where id > ?" + (list == null ? "" : MEMBERS) + " order by id limit ?")
                .param(after);
        if (list != null) {
            query = query.param(list).param(list).param(list);
        }
        return query.param(PAGE).query(String.class).list();
    }
}
