package org.evenkeel.reports.excel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.openxmlformats.schemas.drawingml.x2006.chart.ChartSpaceDocument;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.WsDrDocument;
import org.openxmlformats.schemas.officeDocument.x2006.extendedProperties.PropertiesDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.SstDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.StyleSheetDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.TableDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorkbookDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorksheetDocument;

/** The parts of a workbook as they stand in its archive. */
final class WorkbookParts {
    private final Map<String, byte[]> parts = new TreeMap<>();

    /** Reads one part as its schema's root. */
    private interface Reader {
        XmlObject read(byte[] part) throws XmlException, IOException;
    }

    private static final Map<Pattern, Reader> ROOTS = Map.of(
            Pattern.compile("xl/workbook\\.xml"), part -> WorkbookDocument.Factory.parse(in(part)),
            Pattern.compile("xl/styles\\.xml"), part -> StyleSheetDocument.Factory.parse(in(part)),
            Pattern.compile("xl/sharedStrings\\.xml"), part -> SstDocument.Factory.parse(in(part)),
            Pattern.compile("xl/worksheets/sheet\\d+\\.xml"), part -> WorksheetDocument.Factory.parse(in(part)),
            Pattern.compile("xl/tables/table\\d+\\.xml"), part -> TableDocument.Factory.parse(in(part)),
            Pattern.compile("xl/charts/chart\\d+\\.xml"), part -> ChartSpaceDocument.Factory.parse(in(part)),
            Pattern.compile("xl/drawings/drawing\\d+\\.xml"), part -> WsDrDocument.Factory.parse(in(part)),
            Pattern.compile("docProps/app\\.xml"), part -> PropertiesDocument.Factory.parse(in(part)));

    private static final Pattern STYLE = Pattern.compile("<c [^>]*\\bs=\"(\\d+)\"");

    /** Parts that carry package plumbing, which has no schema in the office vocabulary. */
    private static final Pattern PICTURE = Pattern.compile("xl/media/image\\d+\\.(png|jpeg)");

    private static final Pattern PLUMBING =
            Pattern.compile("\\[Content_Types\\]\\.xml|(.*/)?_rels/.*\\.rels|docProps/core\\.xml");

    WorkbookParts(byte[] workbook) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
    }

    private static ByteArrayInputStream in(byte[] part) {
        return new ByteArrayInputStream(part);
    }

    /** The names of the parts. */
    List<String> names() {
        return List.copyOf(parts.keySet());
    }

    /** The words of a part. */
    String text(String name) {
        return new String(parts.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    /** The last words of a part too long to be read whole. */
    String end(String name) {
        byte[] part = parts.getOrDefault(name, new byte[0]);
        int from = Math.max(0, part.length - 10_000);
        return new String(part, from, part.length - from, StandardCharsets.UTF_8);
    }

    /** What the schema objects to, over all parts; a part that no schema knows is an objection too. */
    List<String> objections() throws XmlException, IOException {
        List<String> objections = new ArrayList<>();
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            if (PLUMBING.matcher(part.getKey()).matches()
                    || PICTURE.matcher(part.getKey()).matches()) {
                continue;
            }
            Reader reader = ROOTS.entrySet().stream()
                    .filter(root -> root.getKey().matcher(part.getKey()).matches())
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
            if (reader == null) {
                objections.add(part.getKey() + ": no schema is known for this part");
                continue;
            }
            List<XmlError> errors = new ArrayList<>();
            if (!reader.read(part.getValue()).validate(new XmlOptions().setErrorListener(errors))) {
                errors.forEach(error -> objections.add(part.getKey() + ": " + error.getMessage()));
            }
        }
        objections.addAll(unknownStyles());
        return objections;
    }

    /** Styles that cells name and the workbook does not have: no schema sees them, and a spreadsheet calls the file damaged. */
    private List<String> unknownStyles() throws XmlException, IOException {
        long known = StyleSheetDocument.Factory.parse(in(parts.getOrDefault("xl/styles.xml", new byte[0])))
                .getStyleSheet()
                .getCellXfs()
                .sizeOfXfArray();
        List<String> unknown = new ArrayList<>();
        for (String name : parts.keySet()) {
            if (name.startsWith("xl/worksheets/sheet")) {
                Matcher style = STYLE.matcher(text(name));
                long most = -1;
                while (style.find()) {
                    most = Math.max(most, Long.parseLong(style.group(1)));
                }
                if (most >= known) {
                    unknown.add(name + ": style " + most + " of " + known);
                }
            }
        }
        return unknown;
    }
}
