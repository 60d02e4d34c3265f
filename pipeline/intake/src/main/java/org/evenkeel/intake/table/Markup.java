package org.evenkeel.intake.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.evenkeel.core.problem.DataProblem;

/**
 * One XML part of a workbook, read as a stream. It knows no document types and no entities beyond the five of XML, and no
 * tag or text of it may be longer than a cell.
 */
final class Markup implements AutoCloseable {
    private static final XMLInputFactory FACTORY = factory();

    private final Content content;
    private final InputStream in;
    private final XMLStreamReader reader;

    private Markup(Content content, InputStream in, XMLStreamReader reader) {
        this.content = content;
        this.in = in;
        this.reader = reader;
    }

    /** Opens the part. */
    static Markup open(Content content) {
        try {
            InputStream in = new Guard(content, content.open());
            try {
                return new Markup(content, in, FACTORY.createXMLStreamReader(in));
            } catch (XMLStreamException e) {
                in.close();
                throw damaged(content);
            }
        } catch (IOException e) {
            throw FileBytes.unreadable(content.file(), e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLReporter((message, kind, related, place) -> {});
        return factory;
    }

    static DataProblem damaged(Content content) {
        return new DataProblem(content.label()
                + ": the workbook is damaged: this part of it is not well-formed XML. Export it again.");
    }

    /** Goes on to the next beginning or end of an element, or text; false at the end of the part. */
    boolean next() {
        try {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT,
                            XMLStreamConstants.END_ELEMENT,
                            XMLStreamConstants.CHARACTERS,
                            XMLStreamConstants.CDATA -> {
                        return true;
                    }
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new DataProblem(content.label()
                                + ": the workbook declares a document type or an entity, which no spreadsheet program"
                                + " writes. It is not opened.");
                    default -> {}
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw damaged(content);
        }
    }

    boolean isStart() {
        return reader.isStartElement();
    }

    boolean isStart(String name) {
        return reader.isStartElement() && reader.getLocalName().equals(name);
    }

    boolean isEnd() {
        return reader.isEndElement();
    }

    boolean isEnd(String name) {
        return reader.isEndElement() && reader.getLocalName().equals(name);
    }

    boolean isText() {
        return reader.isCharacters();
    }

    String name() {
        return reader.getLocalName();
    }

    /** The attribute's value, whatever its namespace; blank where there is none. */
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    /** Appends the text here to what has been gathered of a cell. */
    void gather(StringBuilder text) {
        if (text.length() + reader.getTextLength() > Table.CELL) {
            throw tooLong(content);
        }
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }

    private static DataProblem tooLong(Content content) {
        return new DataProblem(String.format(
                "%s: a cell has more than %d characters. This is not a survey export.", content.label(), Table.CELL));
    }

    @Override
    public void close() {
        try {
            reader.close();
            in.close();
        } catch (XMLStreamException | IOException e) {
            throw damaged(content);
        }
    }

    /** Lets no tag, comment or text through that is longer than a cell: a parser would hold it whole. */
    private static final class Guard extends FilterInputStream {
        private static final int LONGEST = 4 * Table.CELL;

        private enum Place {
            TEXT,
            TAG,
            DOUBLE_QUOTED,
            SINGLE_QUOTED,
            BANG
        }

        private final Content content;
        private Place place = Place.TEXT;
        private int length;
        private int before;
        private int beforeThat;
        private int opening;

        Guard(Content content, InputStream in) {
            super(in);
            this.content = content;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int wanted) throws IOException {
            int given = super.read(target, offset, wanted);
            for (int i = offset; i < offset + given; i++) {
                look(target[i]);
            }
            return given;
        }

        private void look(int character) {
            length++;
            switch (place) {
                case TEXT -> {
                    if (character == '<') {
                        enter(Place.TAG);
                        opening = 0;
                    }
                }
                case TAG -> {
                    if (length == 1 && (character == '!' || character == '?')) {
                        opening = character;
                        enter(Place.BANG);
                    } else if (character == '>') {
                        enter(Place.TEXT);
                    } else if (character == '"') {
                        place = Place.DOUBLE_QUOTED;
                    } else if (character == '\'') {
                        place = Place.SINGLE_QUOTED;
                    }
                }
                case DOUBLE_QUOTED -> place = character == '"' ? Place.TAG : place;
                case SINGLE_QUOTED -> place = character == '\'' ? Place.TAG : place;
                case BANG -> {
                    if (length == 1 && opening == '!') {
                        opening = character;
                    } else if (character == '>' && isClosed()) {
                        enter(Place.TEXT);
                    }
                }
            }
            if (length > LONGEST) {
                throw tooLong(content);
            }
            beforeThat = before;
            before = character;
        }

        /** Whether a comment, an instruction or literal text ends with the {@code >} that follows. */
        private boolean isClosed() {
            return switch (opening) {
                case '-' -> before == '-' && beforeThat == '-';
                case '[' -> before == ']' && beforeThat == ']';
                case '?' -> before == '?';
                default -> true;
            };
        }

        private void enter(Place next) {
            place = next;
            length = 0;
        }
    }
}
