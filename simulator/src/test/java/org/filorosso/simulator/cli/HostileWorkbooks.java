package org.filorosso.simulator.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks made to hurt: bombs, entities, links, paths, formulas and what is no workbook at all. */
final class HostileWorkbooks {
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String BEGIN = "<worksheet><sheetData>";
    private static final String END = "</sheetData></worksheet>";
    private static final String HEADER = "<row r=\"1\">" + cell("A1", "id") + cell("B1", "policy") + "</row>";
    private static final String TYPE = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY e SYSTEM \"file:///etc/passwd\">]>";

    private HostileWorkbooks() {}

    /** Writes part of a workbook. */
    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** Writes all; by name, the code of the problem that must be found. */
    static Map<String, Integer> write(Path folder) throws IOException {
        Map<String, Integer> books = new LinkedHashMap<>();
        books.put("bomb-1-gib.xlsx", 705);
        book(folder.resolve("bomb-1-gib.xlsx"), "", out -> blanks(out, 1024));
        books.put("dense-90-mb.xlsx", 705);
        book(folder.resolve("dense-90-mb.xlsx"), "", HostileWorkbooks::dense);
        books.put("xxe.xlsx", 116);
        book(folder.resolve("xxe.xlsx"), TYPE, text(BEGIN + HEADER + END));
        books.put("billion-laughs.xlsx", 116);
        book(folder.resolve("billion-laughs.xlsx"), "", text(TYPE + BEGIN + row(cell("A2", "&c;&e;")) + END));
        books.put("corner.xlsx", 702);
        book(folder.resolve("corner.xlsx"), "", rows("<row r=\"1048576\">" + cell("XFD1048576", "x") + "</row>"));
        books.put("merged.xlsx", 114);
        book(
                folder.resolve("merged.xlsx"),
                "",
                text(BEGIN + HEADER + "</sheetData><mergeCells><mergeCell "
                        + "ref=\"A1:XFD1048576\"/></mergeCells></worksheet>"));
        books.put("formula.xlsx", 112);
        book(
                folder.resolve("formula.xlsx"),
                "",
                rows(row("<c r=\"A2\"><f>WEBSERVICE(\"http://127.0.0.1:9/\")</f>" + "<v>1</v></c>")));
        books.put("deep.xlsx", 110);
        book(folder.resolve("deep.xlsx"), "", text("<a>".repeat(1_000_000)));
        books.putAll(archives(folder));
        return books;
    }

    private static Map<String, Integer> archives(Path folder) throws IOException {
        Map<String, Integer> books = new LinkedHashMap<>();
        books.put("zip-slip.xlsx", 110);
        zip(folder.resolve("zip-slip.xlsx"), "../../../../written-outside", 1);
        books.put("entries.xlsx", 706);
        zip(folder.resolve("entries.xlsx"), "xl/part", 2_000);
        books.put("duplicates.xlsx", 115);
        duplicates(folder.resolve("duplicates.xlsx"));
        books.put("no-zip.xlsx", 110);
        Files.write(folder.resolve("no-zip.xlsx"), new byte[] {'P', 'K', 3, 4, 1, 2, 3, 4, 5, 6, 7, 8});
        books.put("old-format.xlsx", 110);
        Files.write(folder.resolve("old-format.xlsx"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});
        return books;
    }

    private static void blanks(OutputStream out, int megabytes) throws IOException {
        byte[] blanks = " ".repeat(1 << 20).getBytes(UTF_8);
        out.write(BEGIN.getBytes(UTF_8));
        for (int i = 0; i < megabytes; i++) {
            out.write(blanks);
        }
        out.write(END.getBytes(UTF_8));
    }

    private static void dense(OutputStream out) throws IOException {
        Random random = new Random(1);
        out.write((BEGIN + HEADER).getBytes(UTF_8));
        int written = 0;
        for (int row = 2; written < 90_000_000; row++) {
            StringBuilder text = new StringBuilder("<row r=\"" + row + "\">");
            for (char column = 'A'; column < 'U'; column++) {
                text.append("<c r=\"" + column + row + "\"><v>" + random.nextInt(10) + "</v></c>");
            }
            byte[] bytes = text.append("</row>").toString().getBytes(UTF_8);
            out.write(bytes);
            written += bytes.length;
        }
        out.write(END.getBytes(UTF_8));
    }

    private static Content text(String text) {
        return out -> out.write(text.getBytes(UTF_8));
    }

    private static Content rows(String rows) {
        return text(BEGIN + HEADER + rows + END);
    }

    private static String row(String cells) {
        return "<row r=\"2\">" + cells + "</row>";
    }

    private static String cell(String address, String text) {
        return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static void book(Path file, String prolog, Content sheet) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            part(zip, "_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
            part(zip, "xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
            part(
                    zip,
                    "xl/workbook.xml",
                    text(prolog + "<workbook xmlns:r=\"" + RELATIONS
                            + "\"><sheets><sheet name=\"engagement\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"));
            part(zip, "xl/worksheets/sheet1.xml", sheet);
        }
    }

    private static Content relation(String type, String target) {
        return text("<Relationships><Relationship Id=\"r1\" Type=\"" + RELATIONS + "/" + type + "\" Target=\"" + target
                + "\"/></Relationships>");
    }

    private static void part(ZipOutputStream zip, String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        content.write(zip);
        zip.closeEntry();
    }

    private static void zip(Path file, String name, int parts) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < parts; i++) {
                part(zip, i == 0 ? name : name + i, text("x"));
            }
        }
    }

    /** The JDK writes no name twice, so the second is renamed in the bytes: names of entries are under no checksum. */
    private static void duplicates(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            part(zip, "xl/workbook.xml", text("<a/>"));
            part(zip, "xl/workbooq.xml", text("<b/>"));
        }
        String bytes = Files.readString(file, ISO_8859_1);
        Files.writeString(file, bytes.replace("workbooq", "workbook"), ISO_8859_1);
    }
}
