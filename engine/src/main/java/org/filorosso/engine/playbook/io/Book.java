package org.filorosso.engine.playbook.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.playbook.io.Parts.UnreadableWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * What the sheets of a workbook share.
 *
 * @param parts its parts
 * @param sheets name of each sheet and the part that holds it, in order
 * @param strings texts that cells point to
 * @param formats how the numbers of each cell style are shown
 * @param from1904 days count from 1904
 */
record Book(Parts parts, List<Tab> sheets, List<String> strings, List<ShownAs> formats, boolean from1904) {

    /** A sheet by its name and the part that holds it. */
    record Tab(String name, String part) {}

    static Book open(Parts parts) throws IOException, UnreadableWorkbook {
        String workbook = "xl/workbook.xml";
        for (Map.Entry<String, String> part :
                relations(parts, "_rels/.rels", "").entrySet()) {
            if (part.getKey().endsWith(":officeDocument")) {
                workbook = part.getValue();
            }
        }
        String folder = workbook.substring(0, workbook.lastIndexOf('/') + 1);
        String name = workbook.substring(folder.length());
        Map<String, String> relations = relations(parts, folder + "_rels/" + name + ".rels", folder);
        List<Tab> tabs = new ArrayList<>();
        boolean from1904 = readTabs(parts, workbook, relations, tabs);
        return new Book(
                parts,
                tabs,
                strings(parts, relations.get(":sharedStrings")),
                formats(parts, relations.get(":styles")),
                from1904);
    }

    // by id, and by type behind a colon
    private static Map<String, String> relations(Parts parts, String name, String folder)
            throws IOException, UnreadableWorkbook {
        Map<String, String> targets = new HashMap<>();
        try (XmlPart xml = open(parts, name)) {
            while (xml != null && xml.next()) {
                if (xml.starts("Relationship")) {
                    String target = xml.attribute("Target");
                    String path = target.startsWith("/") ? target.substring(1) : folder + target;
                    String type = xml.attribute("Type");
                    targets.put(xml.attribute("Id"), path);
                    targets.put(":" + type.substring(type.lastIndexOf('/') + 1), path);
                }
            }
        }
        return targets;
    }

    private static boolean readTabs(Parts parts, String workbook, Map<String, String> relations, List<Tab> tabs)
            throws IOException, UnreadableWorkbook {
        boolean from1904 = false;
        try (XmlPart xml = open(parts, workbook)) {
            if (xml == null) {
                throw new UnreadableWorkbook(
                        Code.NOT_A_WORKBOOK, "is no workbook: it has no part \"" + workbook + "\"", null);
            }
            while (xml.next()) {
                if (xml.starts("workbookPr")) {
                    from1904 = List.of("1", "true").contains(xml.attribute("date1904"));
                } else if (xml.starts("sheet")) {
                    tabs.add(new Tab(xml.attribute("name"), relations.getOrDefault(xml.attribute("id"), "")));
                }
            }
        }
        return from1904;
    }

    private static List<String> strings(Parts parts, @Nullable String name) throws IOException, UnreadableWorkbook {
        List<String> strings = new ArrayList<>();
        long characters = 0;
        try (XmlPart xml = name == null ? null : open(parts, name)) {
            while (xml != null && xml.next()) {
                if (xml.starts("si")) {
                    String text = richText(xml, "si");
                    characters += text.length();
                    strings.add(text);
                }
                if (characters > Limits.MOST_BYTES) {
                    throw tooLarge();
                }
            }
        }
        return strings;
    }

    static UnreadableWorkbook tooLarge() {
        return new UnreadableWorkbook(
                Code.TOO_LARGE,
                "holds more than " + Limits.MOST_BYTES / 1024 / 1024 + " MB of text",
                "Maybe customers or histories lie in the workbook: they belong in files of their own.");
    }

    /** The text of all runs up to the end of this element, without reading aids. */
    static String richText(XmlPart xml, String element) throws UnreadableWorkbook {
        StringBuilder text = new StringBuilder();
        boolean aid = false;
        while (xml.next() && !xml.ends(element)) {
            if (xml.starts("rPh") || xml.ends("rPh")) {
                aid = xml.starts("rPh");
            } else if (xml.starts("t") && !aid && text.length() < 7 * Limits.MOST_CHARACTERS) {
                text.append(xml.text());
            }
        }
        return text.toString();
    }

    private static List<ShownAs> formats(Parts parts, @Nullable String name) throws IOException, UnreadableWorkbook {
        Map<Integer, String> codes = new HashMap<>();
        List<ShownAs> formats = new ArrayList<>();
        boolean inCells = false;
        try (XmlPart xml = name == null ? null : open(parts, name)) {
            while (xml != null && xml.next()) {
                if (xml.starts("numFmt")) {
                    codes.put(xml.number("numFmtId"), xml.attribute("formatCode"));
                } else if (xml.starts("cellXfs") || xml.ends("cellXfs")) {
                    inCells = xml.starts("cellXfs");
                } else if (inCells && xml.starts("xf")) {
                    String code = codes.get(xml.number("numFmtId"));
                    formats.add(code == null ? ShownAs.of(xml.number("numFmtId")) : ShownAs.of(code));
                }
            }
        }
        return formats;
    }

    static @Nullable XmlPart open(Parts parts, String name) throws IOException, UnreadableWorkbook {
        InputStream in = parts.part(name);
        return in == null ? null : new XmlPart(name, in);
    }

    /** How the numbers of a cell style are shown. */
    ShownAs format(int style) {
        return style >= 0 && style < formats.size() ? formats.get(style) : ShownAs.NUMBER;
    }
}
