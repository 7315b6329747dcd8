package org.filorosso.api.drill;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A playbook with only what a drill needs: one inbound channel, {@code desk}, one outbound, {@code mail}, and the
 * actions that it names.
 *
 * @param files by name
 */
record SmallPlaybook(String name, Map<String, String> files) {
    private static final String ACTIONS = "issue,group,action,title,value,cost,price,max total,quote valid\n";

    /**
     * A playbook with these actions.
     *
     * @param actions each {@code action,title,value,cost,price,max total,quote valid}
     */
    static SmallPlaybook of(String name, List<String> actions) {
        Map<String, String> files = new TreeMap<>();
        files.put(
                "playbook.yaml",
                "format: filorosso/v1\nname: " + name + "\ntitle: Drill\ntimezone: Europe/Rome\ncurrency: EUR\n"
                        + "languages: [en]\npurposes: [marketing]\narbitration: {propensity: off}\n");
        files.put(
                "channels.csv",
                "channel,direction,consent,placements\ndesk,inbound,,screen:5\nmail,outbound,marketing,main:5\n");
        StringBuilder rows = new StringBuilder(ACTIONS);
        StringBuilder treatments = new StringBuilder("id,action,channel,headline,message\n");
        for (String action : actions) {
            String id = action.substring(0, action.indexOf(','));
            rows.append("Sell,Things,").append(action).append('\n');
            treatments
                    .append(id)
                    .append("-desk,")
                    .append(id)
                    .append(",desk,")
                    .append(id)
                    .append(",Take it\n");
            treatments
                    .append(id)
                    .append("-mail,")
                    .append(id)
                    .append(",mail,")
                    .append(id)
                    .append(",Take it\n");
        }
        files.put("actions.csv", rows.toString());
        files.put("treatments.csv", treatments.toString());
        String last = actions.get(actions.size() - 1);
        String offered = last.substring(0, last.indexOf(','));
        files.put(
                "tests/first.yaml",
                "- name: Whoever calls is offered something\n  at: 2026-11-02T10:15\n  customer: {id: anna}\n"
                        + "  context: {channel: desk, direction: inbound}\n  expect: {includes: [" + offered + "]}\n");
        return new SmallPlaybook(name, files);
    }

    /** The same with another file. */
    SmallPlaybook with(String file, String text) {
        Map<String, String> more = new TreeMap<>(files);
        more.put(file, text);
        return new SmallPlaybook(name, more);
    }

    /** Writes it into a folder of playbooks; gives that folder. */
    Path into(Path playbooks) {
        try {
            Path folder = Files.createDirectories(playbooks.resolve(name));
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            return playbooks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder as a zip, as it is uploaded. */
    byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What a subject with this id is asked on the inbound channel. */
    String call(String requestId, String subject) {
        return asked(requestId, subject, "desk", "inbound");
    }

    /** What is asked before a mail is sent. */
    String mailing(String requestId, String subject) {
        return asked(requestId, subject, "mail", "outbound");
    }

    private String asked(String requestId, String subject, String channel, String direction) {
        return "{\"requestId\":\"" + requestId + "\",\"subjectId\":\"" + subject + "\",\"playbook\":\"" + name
                + "\",\"channel\":\"" + channel + "\",\"direction\":\"" + direction + "\"}";
    }

    /** Numbered actions without limits. */
    static List<String> actions(String prefix, int count) {
        List<String> actions = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            actions.add(prefix + "-" + i + ",Something," + (100 + i) + ",1,,,");
        }
        return actions;
    }
}
