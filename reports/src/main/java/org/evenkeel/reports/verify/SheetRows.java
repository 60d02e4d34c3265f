package org.evenkeel.reports.verify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.evenkeel.reports.verify.Passage.Role;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet one after the other, however many there are; last of all, whatever the sheet holds beside its rows. */
final class SheetRows implements Iterator<Block> {
    private static final int NEAREST_HEADINGS = 5;

    private final String file;
    private final String part;
    private final WorkbookIndex index;
    private final XMLStreamReader reader;
    private final XmlPart.Path path;
    private final List<Passage> beside = new ArrayList<>();
    private final Map<String, String> heads = new HashMap<>();
    private final Deque<String> headings = new ArrayDeque<>();
    private @Nullable Block next;
    private boolean ended;

    SheetRows(String file, String part, byte[] content, WorkbookIndex index) throws XMLStreamException {
        this.file = file;
        this.part = part;
        this.index = index;
        this.reader = XmlPart.reader(content);
        this.path = new XmlPart.Path(part);
        advance();
    }

    /**
     * A cell as it stands in the file.
     *
     * @param reference its place, such as {@code D17}
     * @param row its row, from 1
     * @param text its number or words
     * @param isNumber whether it is a number
     * @param look its number format and formula
     */
    record SheetCell(String reference, int row, String text, boolean isNumber, String look) {
        String column() {
            return reference.replaceAll("\\d", "");
        }
    }

    /** Every cell of a sheet, in order. */
    static void cells(String part, byte[] content, WorkbookIndex index, Consumer<SheetCell> each)
            throws XMLStreamException {
        XMLStreamReader reader = XmlPart.reader(content);
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("c")) {
                cell(reader, index).ifPresent(each);
            }
        }
    }

    private static Optional<SheetCell> cell(XMLStreamReader reader, WorkbookIndex index) throws XMLStreamException {
        String reference = String.valueOf(reader.getAttributeValue(null, "r"));
        String type = Optional.ofNullable(reader.getAttributeValue(null, "t")).orElse("n");
        String format = index.format(WorkbookIndex.whole(reader.getAttributeValue(null, "s")));
        StringBuilder value = new StringBuilder();
        StringBuilder formula = new StringBuilder();
        String element = "";
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                element = reader.getLocalName();
            } else if (event == XMLStreamConstants.CHARACTERS) {
                switch (element) {
                    case "v", "t" -> value.append(reader.getText());
                    case "f" -> formula.append(reader.getText());
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (reader.getLocalName().equals("c")) {
                    break;
                }
                element = "";
            }
        }
        String text = type.equals("s") ? index.shared(value.toString()) : value.toString();
        if (text.isEmpty() && formula.isEmpty()) {
            return Optional.empty();
        }
        boolean isNumber = type.equals("n");
        return Optional.of(new SheetCell(
                reference,
                WorkbookIndex.whole(Numbers.digits(reference)),
                text,
                isNumber,
                (isNumber ? format : "") + (formula.isEmpty() ? "" : " =" + formula)));
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Block next() {
        Block block = next;
        if (block == null) {
            throw new NoSuchElementException();
        }
        try {
            advance();
        } catch (XMLStreamException damaged) {
            throw WorkbookFile.damaged(file);
        }
        return block;
    }

    private void advance() throws XMLStreamException {
        next = null;
        List<SheetCell> cells = new ArrayList<>();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (reader.getLocalName().equals("c")) {
                        cell(reader, index).ifPresent(cells::add);
                    } else if (!reader.getLocalName().equals("row")) {
                        path.open(reader.getLocalName());
                        XmlPart.attributes(
                                reader, path.text(), "sheet " + index.sheetName(part) + ", its settings", beside);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (reader.getLocalName().equals("row")) {
                        if (!cells.isEmpty()) {
                            next = new Block(part, cells.get(0).row(), passages(cells));
                            return;
                        }
                    } else {
                        path.close();
                    }
                }
                case XMLStreamConstants.CHARACTERS -> {
                    if (!reader.getText().isBlank()) {
                        beside.add(Passage.words(
                                path.text(),
                                "sheet " + index.sheetName(part) + ", its rules and print set-up",
                                reader.getText()));
                    }
                }
                default -> {}
            }
        }
        if (!ended) {
            ended = true;
            next = new Block(part, Integer.MAX_VALUE, beside);
        }
    }

    /** What a cell is about: the headings above it, the words of its row, and last the head of its column. */
    private List<String> around(String words, String head) {
        List<String> around = new ArrayList<>(headings);
        around.add(words);
        around.add(head);
        return around;
    }

    private List<Passage> passages(List<SheetCell> cells) {
        String sheet = index.sheetName(part);
        int row = cells.get(0).row();
        List<String> ids = index.ids(sheet, row);
        String words = index.words(sheet, row);
        boolean isHead = cells.size() > 1 && cells.stream().noneMatch(SheetCell::isNumber) && ids.isEmpty();
        if (cells.size() == 1 && !cells.get(0).isNumber()) {
            headings.addLast(cells.get(0).text());
            if (headings.size() > NEAREST_HEADINGS) {
                headings.removeFirst();
            }
        }
        List<Passage> passages = new ArrayList<>();
        for (SheetCell cell : cells) {
            if (isHead) {
                heads.put(cell.column(), cell.text());
            }
            String head = heads.getOrDefault(cell.column(), "");
            passages.add(new Passage(
                    part + "!" + cell.reference(),
                    "sheet " + sheet + ", cell " + cell.reference()
                            + (head.isEmpty() || isHead ? "" : " (" + head + ")"),
                    cell.isNumber() ? Role.NUMBER : Role.WORDS,
                    cell.text(),
                    cell.look(),
                    cell.isNumber() ? ids : List.of(),
                    around(words, head)));
        }
        return passages;
    }
}
