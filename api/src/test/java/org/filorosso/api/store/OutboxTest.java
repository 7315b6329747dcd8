package org.filorosso.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.store.Outbox.Message;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** Hazards: a message is lost, comes without its change, comes out of order, or is cut off by a crash. */
class OutboxTest {
    @TempDir
    Path folder;

    private static void append(Database database, int from, int to) {
        Outbox outbox = new OutboxTable(database, new DatabaseClock(database), true);
        database.inTransaction(() -> {
            outbox.append(IntStream.range(from, to)
                    .mapToObj(i -> new Message("m-" + i, "response", "{\"n\":" + i + "}"))
                    .toList());
            return true;
        });
    }

    private List<String> ids() {
        try (var files = Files.list(folder)) {
            return files.flatMap(OutboxTest::lines)
                    .map(line -> JsonMapper.shared().readTree(line).get("id").asString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static java.util.stream.Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OutboxPublisher publisher(Database database, Path to) {
        return new OutboxPublisher(database, new DatabaseClock(database), new OutboxFile(to));
    }

    @ParameterizedTest
    @EnumSource
    void deliversEachOnceInOrder(TestDatabase kind) {
        Database database = kind.database();
        append(database, 0, 1_200);
        assertThat(publisher(database, folder).publish()).isEqualTo(1_200);
        assertThat(publisher(database, folder).publish()).isZero();
        assertThat(ids())
                .isEqualTo(IntStream.range(0, 1_200).mapToObj(i -> "m-" + i).toList());
    }

    @ParameterizedTest
    @EnumSource
    void tellsNothingOfWhatWasRolledBack(TestDatabase kind) {
        Database database = kind.database();
        Outbox outbox = new OutboxTable(database, new DatabaseClock(database), true);
        assertThatThrownBy(() -> database.inTransaction(() -> {
                    outbox.append(List.of(new Message("m", "response", "{}")));
                    throw new IllegalStateException("the change fails");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(publisher(database, folder).publish()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void keepsWhatItCannotDeliver(TestDatabase kind) throws IOException {
        Database database = kind.database();
        append(database, 0, 3);
        Path file = Files.writeString(folder.resolve("in-the-way"), "");
        OutboxPublisher blocked = publisher(database, file);
        assertThatThrownBy(blocked::publish).isInstanceOf(UncheckedIOException.class);
        Files.delete(file);
        assertThat(publisher(database, folder).publish()).isEqualTo(3);
        assertThat(ids()).containsExactly("m-0", "m-1", "m-2");
    }

    @ParameterizedTest
    @EnumSource
    void closesALineThatACrashCutOff(TestDatabase kind) throws IOException {
        Database database = kind.database();
        append(database, 0, 1);
        publisher(database, folder).publish();
        Path file;
        try (var files = Files.list(folder)) {
            file = files.findFirst().orElseThrow();
        }
        Files.writeString(file, Files.readString(file) + "{\"seq\":2,\"id\":\"m-");
        append(database, 1, 2);
        publisher(database, folder).publish();
        assertThat(Files.readAllLines(file)).hasSize(3).last().asString().contains("\"id\":\"m-1\"");
    }

    @ParameterizedTest
    @EnumSource
    void writesNothingWhereNobodyListens(TestDatabase kind) {
        Database database = kind.database();
        new OutboxTable(database, new DatabaseClock(database), false)
                .append(List.of(new Message("m", "response", "{}")));
        assertThat(database.sql()
                        .sql("select count(*) from outbox")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
