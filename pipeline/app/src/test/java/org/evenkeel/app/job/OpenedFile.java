package org.evenkeel.app.job;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Everything that is in a file: every object and stream of a PDF, every entry of an archive, inflated, as text. */
final class OpenedFile {
    /** What the numbers of a stream are. */
    enum Numbers {
        /** Somebody reads them. */
        READ,
        /** They say where a stroke or a letter goes, what a letter looks like, or how long a stream is. */
        PLACES
    }

    /** One part of a file. */
    record Part(String name, Numbers numbers, String text) {}

    private final List<Part> parts = new ArrayList<>();

    private OpenedFile() {}

    /** Every entry of an archive and its name. */
    static List<Part> archive(byte[] file) throws IOException {
        OpenedFile opened = new OpenedFile();
        opened.add("the file itself", Numbers.PLACES, file);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                opened.add(entry.getName(), Numbers.READ, in.readAllBytes());
                opened.parts.add(new Part("the name of " + entry.getName(), Numbers.READ, entry.getName()));
            }
        }
        return List.copyOf(opened.parts);
    }

    /** Every object of a PDF, whether anything refers to it or not, and the words on its pages. */
    static List<Part> pdf(byte[] file) throws IOException {
        OpenedFile opened = new OpenedFile();
        opened.add("the file itself", Numbers.PLACES, file);
        try (PDDocument document = Loader.loadPDF(file)) {
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet().stream()
                    .sorted()
                    .toList()) {
                COSObject object = document.getDocument().getObjectFromPool(key);
                if (object.getObject() != null) {
                    opened.object(key.toString(), object.getObject());
                }
            }
            opened.object("trailer", document.getDocument().getTrailer());
            PDFTextStripper words = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                words.setStartPage(page);
                words.setEndPage(page);
                opened.parts.add(new Part("words of page " + page, Numbers.READ, words.getText(document)));
            }
        }
        return List.copyOf(opened.parts);
    }

    private void add(String name, Numbers numbers, byte[] bytes) {
        parts.add(new Part(
                name,
                numbers,
                new String(
                        bytes,
                        switch (numbers) {
                            case READ -> StandardCharsets.UTF_8;
                            case PLACES -> StandardCharsets.ISO_8859_1;
                        })));
    }

    private void object(String name, COSBase object) throws IOException {
        StringBuilder said = new StringBuilder();
        StringBuilder numbers = new StringBuilder();
        inside(object, said, numbers, Collections.newSetFromMap(new IdentityHashMap<>()));
        parts.add(new Part("strings of " + name, Numbers.READ, said.toString()));
        parts.add(new Part("numbers of " + name, Numbers.PLACES, numbers.toString()));
        if (object instanceof COSStream stream) {
            try (InputStream in = stream.createInputStream()) {
                byte[] bytes = in.readAllBytes();
                COSName type = stream.getCOSName(COSName.TYPE);
                if (COSName.EMBEDDED_FILE.equals(type)) {
                    String table = cells(new String(bytes, StandardCharsets.UTF_8));
                    parts.add(new Part("attachment " + name, Numbers.READ, table));
                } else {
                    add("stream " + name, COSName.METADATA.equals(type) ? Numbers.READ : Numbers.PLACES, bytes);
                }
            }
        }
    }

    /** A file of comma-separated values, a value a line: a comma between two numbers is no decimal comma. */
    private static String cells(String csv) {
        StringBuilder cells = new StringBuilder(csv);
        boolean quoted = false;
        for (int i = 0; i < cells.length(); i++) {
            quoted ^= cells.charAt(i) == '"';
            if (cells.charAt(i) == ',' && !quoted) {
                cells.setCharAt(i, '\n');
            }
        }
        return cells.toString();
    }

    /** What an object says by itself; objects that it refers to are met by themselves. */
    private static void inside(COSBase base, StringBuilder said, StringBuilder numbers, Set<COSBase> met) {
        if (!met.add(base)) {
            return;
        }
        if (base instanceof COSString string) {
            said.append(string.getString()).append('\n');
        } else if (base instanceof COSName name) {
            said.append(name.getName()).append('\n');
        } else if (base instanceof COSNumber number) {
            numbers.append(number.floatValue() == number.intValue() ? number.longValue() : number.floatValue())
                    .append('\n');
        } else if (base instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i) != null) {
                    inside(array.get(i), said, numbers, met);
                }
            }
        } else if (base instanceof COSDictionary dictionary) {
            for (COSName key : dictionary.keySet()) {
                inside(key, said, numbers, met);
                inside(dictionary.getItem(key), said, numbers, met);
            }
        }
    }
}
