package org.filorosso.engine.playbook.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks of one sheet {@code engagement} whose XML the test writes itself. */
final class Workbooks {
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    private Workbooks() {}

    /** Writes the text of a part. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    static Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A sheet of these rows. */
    static Content rows(String rows) {
        return text("<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }

    static String cell(String address, String text) {
        return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    static Path write(Path file, Content sheet) throws IOException {
        return write(file, "", sheet);
    }

    static Path write(Path file, String prolog, Content sheet) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            part(zip, "_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
            part(zip, "xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
            part(
                    zip,
                    "xl/workbook.xml",
                    text(prolog + "<workbook xmlns:r=\"" + RELATIONS
                            + "\"><sheets><sheet name=\"engagement\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"));
            part(zip, SHEET, sheet);
        }
        return file;
    }

    private static Content relation(String type, String target) {
        return text("<Relationships><Relationship Id=\"r1\" Type=\"" + RELATIONS + "/" + type + "\" Target=\"" + target
                + "\"/></Relationships>");
    }

    static void part(ZipOutputStream zip, String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        content.write(zip);
        zip.closeEntry();
    }
}
