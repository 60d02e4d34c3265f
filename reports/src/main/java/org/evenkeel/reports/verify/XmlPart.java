package org.evenkeel.reports.verify;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A part of a workbook that is not a sheet: every text in it and every attribute. */
final class XmlPart {
    private static final XMLInputFactory READERS = readers();

    private XmlPart() {}

    private static XMLInputFactory readers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    static XMLStreamReader reader(byte[] part) throws XMLStreamException {
        return READERS.createXMLStreamReader(new ByteArrayInputStream(part));
    }

    static List<Passage> passages(String part, byte[] content) throws XMLStreamException {
        XMLStreamReader reader = reader(content);
        List<Passage> passages = new ArrayList<>();
        Path path = new Path(part);
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    path.open(reader.getLocalName());
                    attributes(reader, path.text(), part, passages);
                }
                case XMLStreamConstants.END_ELEMENT -> path.close();
                case XMLStreamConstants.CHARACTERS -> {
                    if (!reader.getText().isBlank()) {
                        passages.add(Passage.words(path.text(), part, reader.getText()));
                    }
                }
                default -> {}
            }
        }
        return passages;
    }

    /** The attributes of the element at hand: words where they are read out, settings elsewhere. */
    static void attributes(XMLStreamReader reader, String path, String where, List<Passage> passages) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = reader.getAttributeLocalName(i);
            String key = path + "@" + reader.getAttributePrefix(i) + ":" + name;
            boolean isRead = name.equals("descr") || name.equals("title");
            passages.add(
                    isRead
                            ? Passage.words(key, where + ", alternative text", reader.getAttributeValue(i))
                            : Passage.setting(
                                    key,
                                    where + ", " + reader.getLocalName() + " " + name,
                                    reader.getAttributeValue(i)));
        }
    }

    /** Where an XML reader stands: names of elements with their places among elements of the same name. */
    static final class Path {
        private final Deque<String> names = new ArrayDeque<>();
        private final Deque<Map<String, Integer>> counts = new ArrayDeque<>();

        Path(String root) {
            names.addLast(root);
            counts.addLast(new HashMap<>());
        }

        void open(String name) {
            int place = counts.getLast().merge(name, 1, Integer::sum);
            names.addLast(name + "[" + place + "]");
            counts.addLast(new HashMap<>());
        }

        void close() {
            names.removeLast();
            counts.removeLast();
        }

        String text() {
            return String.join("/", names);
        }
    }
}
