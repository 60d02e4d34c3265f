package org.evenkeel.intake.table;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Workbooks for proofs, written part by part. */
public final class WorkbookBytes {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final Epoch epoch;

    /** The day dates count from. */
    public enum Epoch {
        FROM_1900,
        FROM_1904
    }

    /** A cell written out as it stands in the file. */
    public record Raw(String xml) {}

    /** A text that stands in its cell. */
    public record Inline(String text) {}

    /** A workbook without sheets. */
    public WorkbookBytes(Epoch epoch) {
        this.epoch = epoch;
    }

    /** Adds a sheet of these rows. */
    public WorkbookBytes sheet(String name, List<? extends List<?>> rows) {
        StringBuilder xml = new StringBuilder("<worksheet xmlns='" + MAIN + "'><sheetData>");
        for (int r = 0; r < rows.size(); r++) {
            xml.append("<row r='").append(r + 1).append("'>");
            for (int c = 0; c < rows.get(r).size(); c++) {
                xml.append(cell(place(c) + (r + 1), rows.get(r).get(c)));
            }
            xml.append("</row>");
        }
        names.add(name);
        return part(
                "xl/worksheets/sheet" + names.size() + ".xml",
                xml.append("</sheetData></worksheet>").toString());
    }

    /** Puts a part in place of the one written, or beside those. */
    public WorkbookBytes part(String name, String xml) {
        parts.put(name, xml.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** The workbook's bytes. */
    public byte[] bytes() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("[Content_Types].xml", utf8("<Types/>"));
        StringBuilder sheets = new StringBuilder();
        StringBuilder links = new StringBuilder();
        for (int i = 1; i <= names.size(); i++) {
            sheets.append("<sheet name='" + names.get(i - 1) + "' sheetId='" + (10 + i) + "' r:id='rId" + i + "'/>");
            links.append("<Relationship Id='rId" + i + "' Type='" + LINK + "/worksheet' Target='worksheets/sheet" + i
                    + ".xml'/>");
        }
        all.put(
                "xl/workbook.xml",
                utf8("<workbook xmlns='" + MAIN + "' xmlns:r='" + LINK + "'><workbookPr"
                        + (epoch == Epoch.FROM_1904 ? " date1904='1'" : "") + "/><sheets>" + sheets
                        + "</sheets></workbook>"));
        all.put(
                "xl/_rels/workbook.xml.rels",
                utf8("<Relationships>" + links + "<Relationship Id='s' Type='" + LINK
                        + "/styles' Target='styles.xml'/><Relationship Id='t' Type='" + LINK
                        + "/sharedStrings' Target='/xl/sharedStrings.xml'/></Relationships>"));
        all.put(
                "xl/styles.xml",
                utf8("<styleSheet><numFmts><numFmt numFmtId='164' formatCode='m/d/yy\\ h:mm:ss;@'/>"
                        + "<numFmt numFmtId='165' formatCode='0.0&quot;days&quot;'/></numFmts><cellStyleXfs><xf"
                        + " numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf"
                        + " numFmtId='14'/><xf numFmtId='165'/><xf numFmtId='21'/></cellXfs></styleSheet>"));
        StringBuilder list = new StringBuilder("<sst xmlns='" + MAIN + "'>");
        texts.forEach(text -> list.append("<si><t xml:space='preserve'>")
                .append(escaped(text))
                .append("</t></si>"));
        all.put("xl/sharedStrings.xml", utf8(list.append("</sst>").toString()));
        all.putAll(parts);
        return ArchiveBytes.of(all);
    }

    private String cell(String place, Object value) {
        String start = "<c r='" + place + "' ";
        if (value instanceof Raw raw) {
            return raw.xml().replace("<c ", start);
        }
        if (value instanceof Inline inline) {
            return start + "t='inlineStr'><is><t>" + escaped(inline.text()) + "</t></is></c>";
        }
        if (value instanceof LocalDateTime time) {
            LocalDateTime zero = epoch == Epoch.FROM_1904
                    ? LocalDateTime.of(1904, 1, 1, 0, 0)
                    : LocalDateTime.of(1899, 12, 30, 0, 0);
            return start + "s='1'><v>" + Duration.between(zero, time).toSeconds() / 86_400.0 + "</v></c>";
        }
        if (value instanceof Number number) {
            return start + "><v>" + number + "</v></c>";
        }
        String text = String.valueOf(value);
        if (text.isEmpty()) {
            return start + "/>";
        }
        if (!texts.contains(text)) {
            texts.add(text);
        }
        return start + "t='s'><v>" + texts.indexOf(text) + "</v></c>";
    }

    private static String place(int column) {
        return column < 26
                ? String.valueOf((char) ('A' + column))
                : place(column / 26 - 1) + (char) ('A' + column % 26);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
