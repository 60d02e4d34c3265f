package org.evenkeel.reports.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.evenkeel.reports.verify.Passage.Role;

/** A chart of a workbook: what it keeps of cells, with the figures of those cells' rows, and all of its words and settings. */
final class ChartPart {
    private ChartPart() {}

    static List<Passage> passages(String part, byte[] content, WorkbookIndex index) throws XMLStreamException {
        XMLStreamReader reader = XmlPart.reader(content);
        String chart = "chart " + Numbers.digits(part.substring(part.lastIndexOf('/')));
        List<Passage> passages = new ArrayList<>();
        XmlPart.Path path = new XmlPart.Path(part);
        String formula = "";
        String element = "";
        String series = "";
        int place = 0;
        int number = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    element = reader.getLocalName();
                    path.open(element);
                    XmlPart.attributes(reader, path.text(), chart, passages);
                    switch (element) {
                        case "ser" -> series = ", series " + ++number;
                        case "plus" -> series = series.replaceAll(", error bars.*", "") + ", error bars up";
                        case "minus" -> series = series.replaceAll(", error bars.*", "") + ", error bars down";
                        case "cat", "val", "tx", "xVal", "yVal" -> series = series.replaceAll(", error bars.*", "");
                        case "pt" -> place = WorkbookIndex.whole(reader.getAttributeValue(null, "idx"));
                        default -> {}
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    path.close();
                    element = "";
                }
                case XMLStreamConstants.CHARACTERS -> {
                    String said = reader.getText();
                    if (said.isBlank()) {
                        break;
                    }
                    if (element.equals("f")) {
                        formula = said;
                    }
                    passages.add(
                            element.equals("v")
                                    ? cache(
                                            path.text(),
                                            chart + series,
                                            said,
                                            WorkbookIndex.source(formula, place),
                                            place,
                                            index)
                                    : element.equals("f")
                                            ? Passage.setting(path.text(), chart + series, said)
                                            : Passage.words(path.text(), chart + series, said));
                }
                default -> {}
            }
        }
        return passages;
    }

    /** A number in a chart. One that says only which of the points it is names no figure. */
    private static Passage cache(
            String key,
            String where,
            String said,
            Optional<WorkbookIndex.Source> source,
            int place,
            WorkbookIndex index) {
        String cell = source.map(from -> " (sheet " + from.sheet() + ", cell " + from.text() + ")")
                .orElse("");
        return new Passage(
                key,
                where + ", point " + (place + 1) + cell,
                Role.CACHE,
                said,
                "",
                said.equals(String.valueOf(place + 1))
                        ? List.of()
                        : source.map(from -> index.ids(from.sheet(), from.row()))
                                .orElse(List.of()),
                source.map(from -> List.of(index.words(from.sheet(), from.row())))
                        .orElse(List.of()));
    }
}
