package org.filorosso.simulator.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.filorosso.simulator.customers.Flaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent to other machines arrives as it was. */
class ShipmentTest {

    @TempDir
    private Path folder;

    /** Hazard: files of the same name, names with spaces, and folders in folders get mixed up or lost. */
    @Test
    void everythingArrivesUnderItsName() throws IOException {
        Path a = Files.createDirectories(folder.resolve("a/book/tests/deep"))
                .getParent()
                .getParent();
        Path b = Files.createDirectories(folder.resolve("b/book"));
        Files.writeString(a.resolve("tests/deep/x y.csv"), "1");
        Files.writeString(a.resolve("same.csv"), "a");
        Files.writeString(b.resolve("same.csv"), "b");
        Path data = Files.writeString(folder.resolve("data.csv"), "id\n1\n2\n");
        Shipment shipment = new Shipment(
                List.of("decide", "", "--context", "a=\u00e9\nb"),
                List.of(
                        new Shipment.Item("a/book", a, null),
                        new Shipment.Item("./b/book", b, null),
                        new Shipment.Item("data.csv", data, "id\n")));

        Shipment.Arrived arrived = arrive(shipment);

        assertThat(arrived.arguments()).isEqualTo(shipment.arguments());
        assertThat(arrived.paths().get("a/book")).hasFileName("book");
        assertThat(arrived.paths().get("a/book").resolve("tests/deep/x y.csv")).hasContent("1");
        assertThat(arrived.paths().get("a/book").resolve("same.csv")).hasContent("a");
        assertThat(arrived.paths().get("./b/book").resolve("same.csv")).hasContent("b");
        assertThat(arrived.paths().get("data.csv")).hasFileName("data.csv").hasContent("id\n");
    }

    private Shipment.Arrived arrive(Shipment shipment) throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        shipment.write(sent);
        return Shipment.unpack(
                new ByteArrayInputStream(sent.toByteArray()), Files.createDirectory(folder.resolve("there")));
    }

    /** Hazard: an entry climbs out of the folder that it is unpacked into. */
    @Test
    void nothingIsUnpackedOutside() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("0/../../escaped"));
        }
        Path there = Files.createDirectory(folder.resolve("there"));

        assertThatThrownBy(() -> Shipment.unpack(new ByteArrayInputStream(bytes.toByteArray()), there))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("0/../../escaped");
        assertThat(folder.resolve("escaped")).doesNotExist();
    }

    /** Hazard: executors of a cluster name their folder as "./", and everything seems to lie outside. */
    @Test
    void theFolderMayBeNamedFromWhereOneStands() throws IOException {
        Path data = Files.writeString(folder.resolve("data.csv"), "id\n");
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        new Shipment(List.of(), List.of(new Shipment.Item("data.csv", data, null))).write(sent);
        Files.createDirectory(folder.resolve("there"));

        Shipment.Arrived arrived =
                Shipment.unpack(new ByteArrayInputStream(sent.toByteArray()), folder.resolve("./there/../there"));

        assertThat(arrived.paths().get("data.csv")).hasContent("id\n");
    }

    /** Hazard: a text that is missing comes back as an empty one, or a refusal as a result. */
    @Test
    void textsFlawsAndRefusalsComeBackAsTheyWere() {
        List<Flaw> flaws = List.of(
                new Flaw("f.csv", 7, "column", "", "is wrong", null),
                new Flaw("f.csv", 0, null, null, "", "Maybe \u20ac"));
        byte[] bytes = new WireWriter()
                .text(null)
                .text("")
                .flaws(flaws)
                .number(Long.MIN_VALUE)
                .done();
        WireReader in = new WireReader(bytes);

        assertThat(in.known()).isNull();
        assertThat(in.text()).isEmpty();
        assertThat(in.flaws()).isEqualTo(flaws);
        assertThat(in.number()).isEqualTo(Long.MIN_VALUE);
        assertThat(Answer.result(Answer.of(bytes))).isEqualTo(bytes);
        assertThatThrownBy(() -> Answer.result(Answer.refused(4, "bad")))
                .isInstanceOf(FleetException.class)
                .hasMessage("bad")
                .extracting("code")
                .isEqualTo(4);
        assertThatThrownBy(() -> new WireReader(new WireWriter().text(null).done()).text())
                .isInstanceOf(IllegalStateException.class);
    }
}
