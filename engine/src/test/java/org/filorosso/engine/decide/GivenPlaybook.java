package org.filorosso.engine.decide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.filorosso.engine.match.DroolsMatcher;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Loaded;
import org.filorosso.engine.playbook.io.PlaybookReader;

/** A small playbook written as text, read as a marketer's would be; a test changes the tables it is about. */
final class GivenPlaybook {

    private static final String SETTINGS = """
            format: filorosso/v1
            name: test
            title: Test
            timezone: Europe/Rome
            currency: EUR
            languages: [en, it]
            purposes: [marketing, profiling]
            reasons: [price, timing]
            arbitration:
              propensity: prior
            """;

    private final Map<String, String> files = new LinkedHashMap<>();

    private GivenPlaybook() {
        files.put("playbook.yaml", SETTINGS);
        files.put("channels.csv", """
                channel,direction,consent,quiet,capacity per day,cost,placements
                phone,inbound,,,,1,best:2
                email,both,marketing,21:00-08:00 | Sunday | holidays,100,0.1,
                app,inbound,,,,0,hero:1|tile:2
                """);
        files.put("attributes.csv", """
                name,source,type,values
                spend,customer,number,
                plan,customer,string,basic|smart
                products,customer,list,
                topic,context,string,billing|faults
                """);
        actions("giga,Grow,Data,10", "fibre,Grow,Lines,20", "help,Care,Help,1");
    }

    static GivenPlaybook small() {
        return new GivenPlaybook();
    }

    /** Replaces the actions, each {@code name,issue,group,value}, with one treatment per channel. */
    GivenPlaybook actions(String... rows) {
        StringBuilder actions = new StringBuilder("action,issue,group,value,title\n");
        for (String row : rows) {
            actions.append(row)
                    .append(",About ")
                    .append(row, 0, row.indexOf(','))
                    .append('\n');
        }
        files.put("actions.csv", actions.toString());
        StringBuilder treatments = new StringBuilder("id,action,channel,headline\n");
        for (String row : rows) {
            String name = row.substring(0, row.indexOf(','));
            for (String channel : new String[] {"phone", "email", "app"}) {
                treatments.append("%s-%s,%s,%s,Hello%n".formatted(name, channel, name, channel));
            }
        }
        files.put("treatments.csv", treatments.toString().replace("\r", ""));
        return this;
    }

    /** Adds or replaces one table, or another file of the folder. */
    GivenPlaybook table(String name, String text) {
        files.put(name.contains(".") ? name : name + ".csv", text);
        return this;
    }

    /** Adds lines to playbook.yaml. */
    GivenPlaybook settings(String lines) {
        files.merge("playbook.yaml", lines, String::concat);
        return this;
    }

    /** Replaces a part of playbook.yaml. */
    GivenPlaybook setting(String old, String other) {
        files.compute("playbook.yaml", (name, text) -> String.valueOf(text).replace(old, other));
        return this;
    }

    Playbook load() {
        try {
            Path folder = Files.createTempDirectory("playbook");
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
            Loaded loaded = PlaybookReader.read(folder, LocalDate.of(2026, 3, 1));
            Playbook playbook = loaded.playbook();
            if (playbook == null) {
                throw new AssertionError("The test's playbook is wrong:\n" + loaded.problems());
            }
            return playbook;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Asking engine() {
        Playbook playbook = load();
        return new Asking(new Engine(playbook, DroolsMatcher.of(playbook)));
    }
}
