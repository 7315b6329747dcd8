package org.filorosso.api.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.filorosso.api.fixture.Client;
import org.filorosso.api.fixture.Client.Answer;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.security.Caller;
import org.filorosso.api.security.Role;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Hazards: a file that was made to hurt gets in, brings the service down, or touches what is live. */
class HostileUploadTest {
    private static final Path SHARED = Path.of("..", "..", "shared", "hostile", "tables");
    private static final String NAME = "hostile";
    private static final int MEGABYTE = 1024 * 1024;
    private static final String WORKSHEET =
            "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData/></worksheet>";

    @TempDir
    Path temp;

    @TestFactory
    Stream<DynamicTest> onH2() throws IOException {
        return tests(TestDatabase.H2);
    }

    @TestFactory
    Stream<DynamicTest> onPostgresql() throws IOException {
        return tests(TestDatabase.POSTGRESQL);
    }

    private Stream<DynamicTest> tests(TestDatabase database) throws IOException {
        Path good = Playbooks.starter(temp, NAME);
        Publishing publishing = database.service().bean(Publishing.class);
        StoredRevision draft = publishing
                .upload(CheckedPlaybook.read(good, publishing.today()), new Caller("author-h", Role.MARKETER), "")
                .revision();
        Caller approver = new Caller("approver-h", Role.APPROVER);
        publishing.publish(publishing.approve(draft, approver, null), approver);
        PolledPlaybooks live = database.service().bean(PolledPlaybooks.class);
        live.look();
        Client marketer = database.service().as(Role.MARKETER);
        Map<String, byte[]> cases = new LinkedHashMap<>(archives(good));
        cases.putAll(shared(good));
        Stream<DynamicTest> zips = cases.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    refused(Upload.zip(marketer, NAME, one.getValue()));
                    assertThat(live.named(NAME).revision()).isEqualTo(draft.revision());
                }));
        Stream<DynamicTest> workbooks = workbooks(good).entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    refused(Upload.workbook(marketer, NAME, one.getValue()));
                    assertThat(live.named(NAME).revision()).isEqualTo(draft.revision());
                }));
        // what is refused everywhere is refused for the wrong reason
        DynamicTest control = DynamicTest.dynamicTest(
                "the good one is taken",
                () -> assertThat(Upload.zip(marketer, NAME, Zips.folder(good)).status())
                        .isEqualTo(200));
        return Stream.concat(Stream.concat(zips, workbooks), Stream.of(control));
    }

    private static void refused(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(413, 422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.json().path("errors").size() + answer.status()).isNotEqualTo(422);
    }

    private static Map<String, byte[]> archives(Path good) throws IOException {
        Map<String, byte[]> cases = new LinkedHashMap<>();
        cases.put("leads out by dots", with(good, "../../../../tmp/nba-pwned", "x"));
        cases.put("leads out from the root", with(good, "/tmp/nba-pwned", "x"));
        cases.put("leads out by backslashes", with(good, "..\\..\\nba-pwned", "x"));
        cases.put("leads to a drive", with(good, "C:nba-pwned", "x"));
        cases.put("holds a file twice", replaced(with(good, "hostile/actionZ.csv", "x"), "actionZ.csv", "actions.csv"));
        cases.put("holds a file twice in other letters", with(good, "hostile/ACTIONS.csv", "x"));
        cases.put("inflates without end", with(good, "hostile/kpis.csv", " ".repeat(70 * MEGABYTE)));
        cases.put("is larger than a playbook", with(good, "hostile/kpis.csv", " ".repeat(21 * MEGABYTE)));
        cases.put("has too many files", many(good));
        cases.put("links to a file", link(with(good, "hostile/kpis.csv", "/etc/passwd"), "hostile/kpis.csv"));
        cases.put("is a file beside", with(good, "hostile/run.sh", "touch /tmp/nba-pwned"));
        cases.put("is cut off", Arrays.copyOf(Zips.folder(good), 2_000));
        cases.put("is no zip", "PK\3\4 and then nothing".getBytes(StandardCharsets.US_ASCII));
        cases.put("is a zip of nothing", Zips.of("README.md", "Nothing here"));
        cases.put("has a broken file", broken(Zips.folder(good)));
        return cases;
    }

    /** Files that were found, each as a table of a good playbook. */
    private static Map<String, byte[]> shared(Path good) throws IOException {
        Map<String, byte[]> cases = new LinkedHashMap<>();
        if (Files.isDirectory(SHARED)) {
            try (Stream<Path> files = Files.list(SHARED)) {
                for (Path file : files.filter(one -> one.toString().endsWith(".csv"))
                        .sorted()
                        .toList()) {
                    cases.put(
                            "the table " + file.getFileName(), with(good, "hostile/kpis.csv", Files.readString(file)));
                }
            }
        }
        return cases;
    }

    private static Map<String, byte[]> workbooks(Path good) {
        Map<String, byte[]> cases = new LinkedHashMap<>();
        byte[] workbook = Upload.workbook(good);
        String types = "[Content_Types].xml";
        cases.put(
                "workbook: reads a file of the machine",
                Zips.of(
                        types,
                        "<Types/>",
                        "xl/workbook.xml",
                        "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><workbook>&e;</workbook>"));
        cases.put(
                "workbook: entities without end",
                Zips.of(
                        types,
                        "<Types/>",
                        "xl/workbook.xml",
                        "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><workbook>&b;</workbook>"));
        cases.put(
                "workbook: inflates without end",
                Zips.of(types, "<Types/>", "xl/workbook.xml", " ".repeat(70 * MEGABYTE) + WORKSHEET));
        cases.put(
                "workbook: holds a part twice",
                replaced(
                        Zips.of("xl/workbook.xml", "<a/>", "xl/workboOk.xml", "<b/>"),
                        "xl/workboOk.xml",
                        "xl/workbook.xml"));
        cases.put("workbook: leads out", Zips.of("../../../../tmp/nba-pwned", "x"));
        cases.put("workbook: no workbook", "PK\3\4 nothing".getBytes(StandardCharsets.US_ASCII));
        cases.put("workbook: cut off", Arrays.copyOf(workbook, workbook.length / 2));
        cases.put("workbook: a zip of a folder", Zips.folder(good));
        cases.put("workbook: too large", new byte[5 * MEGABYTE + 1]);
        return cases;
    }

    private static byte[] with(Path good, String name, String text) throws IOException {
        List<String> files = new ArrayList<>(List.of(name, text));
        try (Stream<Path> all = Files.walk(good)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String inside = good.getParent().relativize(file).toString();
                if (!inside.equals(name)) {
                    files.addAll(List.of(inside, Files.readString(file)));
                }
            }
        }
        return Zips.of(files.toArray(String[]::new));
    }

    private static byte[] many(Path good) throws IOException {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < 251; i++) {
            files.addAll(List.of("hostile/tests/" + i + ".yaml", ""));
        }
        files.addAll(List.of("hostile/playbook.yaml", Files.readString(good.resolve("playbook.yaml"))));
        return Zips.of(files.toArray(String[]::new));
    }

    private static byte[] replaced(byte[] zip, String from, String to) {
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Marks an entry as a symbolic link, as Unix does. */
    private static byte[] link(byte[] zip, String name) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i + 46 < zip.length; i++) {
            if (bytes.getInt(i) == 0x02014b50) {
                int length = bytes.getShort(i + 28);
                if (new String(zip, i + 46, length, StandardCharsets.UTF_8).equals(name)) {
                    bytes.put(i + 5, (byte) 3);
                    bytes.putInt(i + 38, 0120777 << 16);
                }
            }
        }
        return zip;
    }

    private static byte[] broken(byte[] zip) {
        byte[] broken = zip.clone();
        for (int i = 200; i < 400; i++) {
            broken[i] ^= 0x55;
        }
        return broken;
    }
}
