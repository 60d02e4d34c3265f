package org.evenkeel.reports.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.jspecify.annotations.Nullable;

/**
 * A PDF in which one digit can be altered and put back: in the text of a page, in that of a chart, or in a tag. It is parsed once, however
 * many digits are altered.
 */
final class AlteredPdf implements AutoCloseable {
    /** Where a digit can stand. */
    enum Place {
        PAGE,
        CHART,
        TAG
    }

    /** A digit: the nth of its place in the whole document. */
    record Site(Place place, int number) {}

    /** Puts a digit back. */
    interface Undo {
        void undo() throws IOException;
    }

    /** Words with so many digits. */
    private record Text(int digits, Altering altering) {}

    /** Makes the nth digit of some words another one. */
    private interface Altering {
        Undo alter(int digit, int by) throws IOException;
    }

    private final PDDocument document;
    private final Map<Place, List<Text>> texts = new EnumMap<>(Place.class);
    private final IdentityHashMap<COSDictionary, Map<Integer, byte[]>> codes = new IdentityHashMap<>();

    private AlteredPdf(PDDocument document) throws IOException {
        this.document = document;
        for (Place place : Place.values()) {
            texts.put(place, new ArrayList<>());
        }
        Set<COSStream> seen = new HashSet<>();
        for (PDPage page : document.getPages()) {
            texts(Place.PAGE).add(new Text(digits(page), (digit, by) -> alter(page, digit, by)));
            forms(page.getResources(), seen);
        }
        tags(document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.STRUCT_TREE_ROOT), new HashSet<>());
    }

    /** The document, parsed. */
    static AlteredPdf of(byte[] pdf) throws IOException {
        return new AlteredPdf(Loader.loadPDF(pdf));
    }

    /** The document with one digit made another one. */
    static byte[] altered(byte[] pdf, Site site, int by) throws IOException {
        try (AlteredPdf altered = of(pdf)) {
            altered.alter(site, by);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            altered.document.save(out);
            return out.toByteArray();
        }
    }

    PDDocument document() {
        return document;
    }

    /** How many digits there are in a place. */
    int count(Place place) {
        return texts(place).stream().mapToInt(Text::digits).sum();
    }

    /** Makes one digit another one. */
    Undo alter(Site site, int by) throws IOException {
        int before = 0;
        for (Text text : texts(site.place())) {
            if (site.number() < before + text.digits()) {
                return text.altering().alter(site.number() - before, by);
            }
            before += text.digits();
        }
        throw new IllegalArgumentException("There is no " + site);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private List<Text> texts(Place place) {
        return Objects.requireNonNull(texts.get(place));
    }

    // ---- what is drawn

    private void forms(@Nullable PDResources resources, Set<COSStream> seen) throws IOException {
        if (resources == null) {
            return;
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.getXObject(name) instanceof PDFormXObject form && seen.add(form.getCOSObject())) {
                texts(Place.CHART).add(new Text(digits(form), (digit, by) -> alter(form, digit, by)));
                forms(form.getResources(), seen);
            }
        }
    }

    private int digits(PDContentStream content) throws IOException {
        return new Walk(content, -1, 0).walk();
    }

    private Undo alter(PDPage page, int digit, int by) throws IOException {
        COSBase before = page.getCOSObject().getItem(COSName.CONTENTS);
        Walk walk = new Walk(page, digit, by);
        walk.walk();
        var content = new org.apache.pdfbox.pdmodel.common.PDStream(document);
        try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
            new ContentStreamWriter(out).writeTokens(walk.tokens);
        }
        page.setContents(content);
        return () -> page.getCOSObject().setItem(COSName.CONTENTS, before);
    }

    private Undo alter(PDFormXObject form, int digit, int by) throws IOException {
        COSStream stream = form.getCOSObject();
        byte[] before;
        try (var in = stream.createInputStream()) {
            before = in.readAllBytes();
        }
        Walk walk = new Walk(form, digit, by);
        walk.walk();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            new ContentStreamWriter(out).writeTokens(walk.tokens);
        }
        return () -> {
            try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(before);
            }
        };
    }

    /** Walks the texts that a page or chart shows, and makes one of its digits another one. */
    private final class Walk {
        private final List<Object> tokens;
        private final PDResources resources;
        private final int wanted;
        private final int by;
        private int met;

        Walk(PDContentStream content, int wanted, int by) throws IOException {
            this.tokens = new PDFStreamParser(content).parse();
            this.resources = content.getResources();
            this.wanted = wanted;
            this.by = by;
        }

        int walk() throws IOException {
            PDFont font = null;
            for (int i = 0; i < tokens.size(); i++) {
                if (!(tokens.get(i) instanceof Operator operator)) {
                    continue;
                }
                switch (operator.getName()) {
                    case "Tf" -> font = resources.getFont((COSName) tokens.get(i - 2));
                    case "Tj" -> tokens.set(i - 1, string((COSString) tokens.get(i - 1), font));
                    case "TJ" -> {
                        COSArray pieces = (COSArray) tokens.get(i - 1);
                        for (int piece = 0; piece < pieces.size(); piece++) {
                            if (pieces.get(piece) instanceof COSString string) {
                                pieces.set(piece, string(string, font));
                            }
                        }
                    }
                    default -> {}
                }
            }
            return met;
        }

        private COSString string(COSString string, @Nullable PDFont font) throws IOException {
            if (font == null) {
                return string;
            }
            Map<Integer, byte[]> digits = codes.computeIfAbsent(font.getCOSObject(), each -> new HashMap<>());
            byte[] bytes = string.getBytes().clone();
            boolean changed = false;
            for (int at = 0; at + 1 < bytes.length; at += 2) {
                int code = ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
                String letter = font.toUnicode(code);
                if (letter == null || letter.length() != 1 || !Character.isDigit(letter.charAt(0))) {
                    continue;
                }
                int digit = letter.charAt(0) - '0';
                digits.put(digit, new byte[] {bytes[at], bytes[at + 1]});
                if (met++ == wanted) {
                    int other = digit;
                    for (int step = 0; step < 10 && (other == digit || !digits.containsKey(other)); step++) {
                        other = (digit + by + step) % 10;
                    }
                    byte[] replacement = Objects.requireNonNull(digits.get(other));
                    bytes[at] = replacement[0];
                    bytes[at + 1] = replacement[1];
                    changed = true;
                }
            }
            return changed ? new COSString(bytes) : string;
        }
    }

    // ---- what is read out

    private void tags(@Nullable COSDictionary element, Set<COSDictionary> seen) {
        if (element == null || !seen.add(element)) {
            return;
        }
        for (COSName name : List.of(COSName.ALT, COSName.ACTUAL_TEXT, COSName.E)) {
            String said = element.getString(name);
            if (said != null) {
                int digits = (int) said.chars().filter(Character::isDigit).count();
                texts(Place.TAG).add(new Text(digits, (digit, by) -> alter(element, name, said, digit, by)));
            }
        }
        COSBase held = element.getDictionaryObject(COSName.K);
        if (held instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                tag(array.getObject(i), seen);
            }
        } else {
            tag(held, seen);
        }
    }

    private void tag(@Nullable COSBase kid, Set<COSDictionary> seen) {
        if (kid instanceof COSDictionary inner && inner.containsKey(COSName.S)) {
            tags(inner, seen);
        }
    }

    private static Undo alter(COSDictionary element, COSName name, String said, int digit, int by) {
        StringBuilder words = new StringBuilder(said);
        int met = 0;
        for (int i = 0; i < words.length(); i++) {
            if (Character.isDigit(words.charAt(i)) && met++ == digit) {
                words.setCharAt(i, (char) ('0' + (words.charAt(i) - '0' + by) % 10));
            }
        }
        element.setString(name, words.toString());
        return () -> element.setString(name, said);
    }
}
