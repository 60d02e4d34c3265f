package org.evenkeel.reports.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/** What is needed to read any place of a workbook: sheets by name, shared words, number formats, and which figures stand in which row. */
final class WorkbookIndex {
    /** Words of a row are kept where they say what its numbers are about; rows of the tidy sheet name their figure. */
    private static final int LONGEST_WORDS = 400;

    private final Map<String, String> sheetNames = new LinkedHashMap<>();
    private final List<String> shared = new ArrayList<>();
    private final List<String> formats = new ArrayList<>();
    private final Map<String, Map<Integer, List<String>>> ids = new HashMap<>();
    private final Map<String, Map<Integer, String>> words = new HashMap<>();

    private WorkbookIndex() {}

    static WorkbookIndex of(Map<String, byte[]> parts) throws XMLStreamException {
        WorkbookIndex index = new WorkbookIndex();
        index.sheets(parts);
        index.sharedWords(parts);
        index.numberFormats(parts);
        for (Map.Entry<String, String> sheet : index.sheetNames.entrySet()) {
            byte[] part = parts.get(sheet.getKey());
            if (part != null) {
                index.rows(sheet.getKey(), sheet.getValue(), part);
            }
        }
        return index;
    }

    private void sheets(Map<String, byte[]> parts) throws XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        byte[] relations = parts.get("xl/_rels/workbook.xml.rels");
        if (relations != null) {
            each(relations, "Relationship", reader -> {
                String target = String.valueOf(reader.getAttributeValue(null, "Target"));
                targets.put(
                        String.valueOf(reader.getAttributeValue(null, "Id")),
                        target.startsWith("/") ? target.substring(1) : "xl/" + target);
            });
        }
        byte[] workbook = parts.get("xl/workbook.xml");
        if (workbook != null) {
            each(workbook, "sheet", reader -> {
                for (int i = 0; i < reader.getAttributeCount(); i++) {
                    if (reader.getAttributeLocalName(i).equals("id")) {
                        String part = targets.get(reader.getAttributeValue(i));
                        if (part != null) {
                            sheetNames.put(part, String.valueOf(reader.getAttributeValue(null, "name")));
                        }
                    }
                }
            });
        }
    }

    private interface Found {
        void at(XMLStreamReader reader) throws XMLStreamException;
    }

    private static void each(byte[] part, String element, Found found) throws XMLStreamException {
        XMLStreamReader reader = XmlPart.reader(part);
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals(element)) {
                found.at(reader);
            }
        }
    }

    private void sharedWords(Map<String, byte[]> parts) throws XMLStreamException {
        byte[] part = parts.get("xl/sharedStrings.xml");
        if (part == null) {
            return;
        }
        each(part, "si", reader -> shared.add(textWithin(reader, "si")));
    }

    /** The text of all {@code t} elements up to the end of the element at hand. */
    static String textWithin(XMLStreamReader reader, String element) throws XMLStreamException {
        StringBuilder words = new StringBuilder();
        boolean inText = false;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                inText = reader.getLocalName().equals("t");
            } else if (event == XMLStreamConstants.CHARACTERS && inText) {
                words.append(reader.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inText = false;
                if (reader.getLocalName().equals(element)) {
                    return words.toString();
                }
            }
        }
        return words.toString();
    }

    private void numberFormats(Map<String, byte[]> parts) throws XMLStreamException {
        byte[] part = parts.get("xl/styles.xml");
        if (part == null) {
            return;
        }
        Map<Integer, String> codes = new HashMap<>();
        XMLStreamReader reader = XmlPart.reader(part);
        boolean inCells = false;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "numFmt" ->
                        codes.put(
                                whole(reader.getAttributeValue(null, "numFmtId")),
                                String.valueOf(reader.getAttributeValue(null, "formatCode")));
                    case "cellXfs" -> inCells = true;
                    case "xf" -> {
                        if (inCells) {
                            int id = whole(reader.getAttributeValue(null, "numFmtId"));
                            formats.add(codes.getOrDefault(id, String.valueOf(BuiltinFormats.getBuiltinFormat(id))));
                        }
                    }
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && reader.getLocalName().equals("cellXfs")) {
                inCells = false;
            }
        }
    }

    static int whole(@Nullable String number) {
        return number == null || number.isBlank() ? 0 : Integer.parseInt(number.strip());
    }

    private void rows(String part, String name, byte[] content) throws XMLStreamException {
        Map<Integer, List<String>> named = new HashMap<>();
        Map<Integer, String> said = new HashMap<>();
        SheetRows.cells(part, content, this, cell -> {
            if (!cell.isNumber()) {
                List<String> found = Numbers.ids(cell.text());
                if (!found.isEmpty()
                        && Numbers.ID
                                .matcher(cell.text())
                                .replaceAll("")
                                .replace(",", "")
                                .isBlank()) {
                    named.merge(
                            cell.row(),
                            found,
                            (one, other) -> java.util.stream.Stream.concat(one.stream(), other.stream())
                                    .toList());
                } else if (!named.containsKey(cell.row()) && cell.text().length() < LONGEST_WORDS) {
                    said.merge(cell.row(), cell.text(), (one, other) -> one + "\n" + other);
                }
            }
        });
        ids.put(name, named);
        words.put(name, said);
    }

    boolean isSheet(String part) {
        return sheetNames.containsKey(part);
    }

    String sheetName(String part) {
        return sheetNames.getOrDefault(part, part);
    }

    String shared(String place) {
        int index = whole(place);
        return index >= 0 && index < shared.size() ? shared.get(index) : "";
    }

    String format(int style) {
        return style >= 0 && style < formats.size() ? formats.get(style) : "";
    }

    /** The figures named in a row. */
    List<String> ids(String sheet, int row) {
        return Optional.ofNullable(ids.get(sheet))
                .map(rows -> rows.getOrDefault(row, List.of()))
                .orElse(List.of());
    }

    /** The words of a row. */
    String words(String sheet, int row) {
        return Optional.ofNullable(words.get(sheet))
                .map(rows -> rows.getOrDefault(row, ""))
                .orElse("");
    }

    /**
     * A cell as a chart's formula counts it out.
     *
     * @param sheet the sheet's name
     * @param row its row, from 1
     * @param text the cell, for a reader
     */
    record Source(String sheet, int row, String text) {}

    /** The cell that stands at a place of a range such as {@code Cohorts!$D$12:$D$20}. */
    static Optional<Source> source(String formula, int place) {
        int mark = formula.lastIndexOf('!');
        if (mark < 0) {
            return Optional.empty();
        }
        String sheet = formula.substring(0, mark).replaceAll("^'|'$", "").replace("''", "'");
        String range = formula.substring(mark + 1).replace("$", "");
        try {
            CellReference first =
                    new CellReference(range.contains(":") ? range.substring(0, range.indexOf(':')) : range);
            CellReference last =
                    new CellReference(range.contains(":") ? range.substring(range.indexOf(':') + 1) : range);
            int wide = last.getCol() - first.getCol() + 1;
            int row = first.getRow() + (wide > 1 ? place / wide : place);
            int column = first.getCol() + (wide > 1 ? place % wide : 0);
            return Optional.of(new Source(sheet, row + 1, new CellReference(row, column).formatAsString()));
        } catch (IllegalArgumentException odd) {
            return Optional.empty();
        }
    }
}
