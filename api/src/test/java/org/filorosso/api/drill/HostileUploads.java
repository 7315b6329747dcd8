package org.filorosso.api.drill;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.filorosso.api.fixture.Client.Answer;

/** Playbooks that nobody should publish: each must be refused, and what is live must not change. */
final class HostileUploads {
    private static final String ZIP = "application/zip";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final byte[] ZEROS = new byte[1 << 20];

    private final Publishing.Press press;
    private final Desk desk;
    private final SmallPlaybook good;
    private final Map<String, byte[]> zips = new LinkedHashMap<>();

    HostileUploads(Publishing.Press press, Desk desk, SmallPlaybook good) {
        this.press = press;
        this.desk = desk;
        this.good = good;
    }

    /** Uploads every hostile file. A canary in the folder shows whether anything was run. */
    void tryAll(Path folder, Figures figures) {
        Path canary = folder.resolve("canary");
        cells(canary);
        archives();
        String live = revision("before");
        int wrong = 0;
        for (Map.Entry<String, byte[]> file : zips.entrySet()) {
            wrong += refused(file.getKey(), press.upload(file.getValue(), ZIP)) ? 0 : 1;
        }
        byte[] noWorkbook = {'P', 'K', 3, 4, 1, 2, 3, 4, 5, 6, 7, 8};
        wrong += refused("no-workbook", press.upload(noWorkbook, XLSX)) ? 0 : 1;
        figures.tell("hostile", zips.size() + 1).expect("hostileTaken", wrong, 0);
        figures.expect("liveUntouched", revision("after").equals(live), true);
        figures.expect("canary", Files.exists(canary), false);
    }

    private String revision(String moment) {
        return desk.decided(good.call("hostile-" + moment, "hostile"))
                .path("revision")
                .asString();
    }

    private static boolean refused(String name, Answer answer) {
        boolean refused =
                answer.status() >= 400 && answer.status() < 500 && answer.text().contains("\"code\"");
        if (!refused) {
            System.err.println("hostile file " + name + " was answered " + answer.status() + " " + answer.text());
        }
        return refused;
    }

    /** Code, and what only looks like a rule, in the cells of conditions. */
    private void cells(Path canary) {
        String run = "new java.io.FileWriter(\\\"" + canary + "\\\")";
        cell("java", "T(java.lang.Runtime).getRuntime().exec(\"touch " + canary + "\")");
        cell(
                "external",
                "(function() external {java: {class: \"java.lang.System\", method signature: \"exit(int)\"}})(1)");
        cell("escape", "\\u0022; " + run + "; \\u0022");
        cell("drl", "true ) eval( " + run + " != null");
        cell("parentheses", "(".repeat(1000) + "true" + ")".repeat(1000));
        cell("huge", "1e999999999 > 1");
        cell("regular-expression", "matches(channel, \"(.*a){20}\")");
        cell("loop", "count(for i in 1..1000000000 return i) > 0");
        zip(
                "bidirectional",
                good.with("actions.csv", good.files().get("actions.csv").replace("a-1,", "a-\u202e1,")));
        zip("unknown-table", good.with("startup.sh", "touch " + canary));
        zip("yaml-object", good.with("playbook.yaml", "!!javax.script.ScriptEngineManager [!!java.net.URL [x]]"));
        zip("no-settings", good.with("playbook.yaml", ""));
        zip("other-name", SmallPlaybook.of("another", SmallPlaybook.actions("a", 1)));
    }

    private void cell(String name, String condition) {
        String text = "\"" + condition.replace("\"", "\"\"") + "\"";
        zip(
                name,
                good.with(
                        "engagement.csv",
                        "id,policy,target,effect,if unknown,when,reason\nE-1,eligibility,*,never,skip," + text
                                + ",No\n"));
    }

    private void zip(String name, SmallPlaybook small) {
        zips.put(name, small.zip());
    }

    private void archives() {
        zips.put("no-zip", new byte[] {'P', 'K', 3, 4, 1, 2, 3, 4});
        zips.put("outside", archive("../../../../written-outside", 1, 1));
        zips.put("entries", archive("table.csv", 5000, 1));
        zips.put("bomb", archive("actions.csv", 1, 200));
        zips.put("too-large", new byte[6 << 20]);
    }

    private static byte[] archive(String name, int entries, int megabytes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int entry = 0; entry < entries; entry++) {
                zip.putNextEntry(new ZipEntry(entry == 0 ? name : name + entry));
                for (int i = 0; i < megabytes && entries == 1; i++) {
                    zip.write(ZEROS);
                }
                zip.write("x".getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
