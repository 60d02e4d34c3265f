package org.evenkeel.reports.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
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

/** A PDF in which one digit can be altered: in the text of a page, in that of a chart, or in a tag. */
final class AlteredPdf {
    /** Where a digit can stand. */
    enum Place {
        PAGE,
        CHART,
        TAG
    }

    /** A digit: the nth of its place in the whole document. */
    record Site(Place place, int number) {}

    private AlteredPdf() {}

    /** How many digits there are in a place. */
    static int count(byte[] pdf, Place place) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new Walk(document, new Site(place, -1), 0).walk();
        }
    }

    /** The document with one digit made another one. */
    static byte[] altered(byte[] pdf, Site site, int by) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new Walk(document, site, by).walk();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static final class Walk {
        private final PDDocument document;
        private final Site site;
        private final int by;
        private final IdentityHashMap<COSDictionary, Map<Integer, byte[]>> codes = new IdentityHashMap<>();
        private int met;

        Walk(PDDocument document, Site site, int by) {
            this.document = document;
            this.site = site;
            this.by = by;
        }

        int walk() throws IOException {
            if (site.place() == Place.TAG) {
                tag(
                        document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.STRUCT_TREE_ROOT),
                        new HashSet<>());
                return met;
            }
            for (boolean altering : new boolean[] {false, true}) {
                met = 0;
                Set<COSStream> seen = new HashSet<>();
                for (PDPage page : document.getPages()) {
                    if (site.place() == Place.PAGE) {
                        List<Object> tokens = new PDFStreamParser(page).parse();
                        if (shown(tokens, page.getResources(), altering)) {
                            var content = new org.apache.pdfbox.pdmodel.common.PDStream(document);
                            try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
                                new ContentStreamWriter(out).writeTokens(tokens);
                            }
                            page.setContents(content);
                        }
                    } else {
                        forms(page.getResources(), altering, seen);
                    }
                }
            }
            return met;
        }

        private void forms(@Nullable PDResources resources, boolean altering, Set<COSStream> seen) throws IOException {
            if (resources == null) {
                return;
            }
            for (COSName name : resources.getXObjectNames()) {
                if (resources.getXObject(name) instanceof PDFormXObject form && seen.add(form.getCOSObject())) {
                    List<Object> tokens = new PDFStreamParser(form).parse();
                    if (shown(tokens, form.getResources(), altering)) {
                        try (OutputStream out = form.getCOSObject().createOutputStream(COSName.FLATE_DECODE)) {
                            new ContentStreamWriter(out).writeTokens(tokens);
                        }
                    }
                    forms(form.getResources(), altering, seen);
                }
            }
        }

        /** Walks the texts that are shown; whether one was altered. */
        private boolean shown(List<Object> tokens, PDResources resources, boolean altering) throws IOException {
            PDFont font = null;
            boolean changed = false;
            for (int i = 0; i < tokens.size(); i++) {
                if (!(tokens.get(i) instanceof Operator operator)) {
                    continue;
                }
                switch (operator.getName()) {
                    case "Tf" -> font = resources.getFont((COSName) tokens.get(i - 2));
                    case "Tj" -> {
                        Optional<COSString> other = string((COSString) tokens.get(i - 1), font, altering);
                        if (other.isPresent()) {
                            tokens.set(i - 1, other.orElseThrow());
                            changed = true;
                        }
                    }
                    case "TJ" -> {
                        COSArray pieces = (COSArray) tokens.get(i - 1);
                        for (int piece = 0; piece < pieces.size(); piece++) {
                            if (pieces.get(piece) instanceof COSString string) {
                                Optional<COSString> other = string(string, font, altering);
                                if (other.isPresent()) {
                                    pieces.set(piece, other.orElseThrow());
                                    changed = true;
                                }
                            }
                        }
                    }
                    default -> {}
                }
            }
            return changed;
        }

        private Optional<COSString> string(COSString string, @Nullable PDFont font, boolean altering)
                throws IOException {
            if (font == null) {
                return Optional.empty();
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
                if (met++ == site.number() && altering) {
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
            return changed ? Optional.of(new COSString(bytes)) : Optional.empty();
        }

        private void tag(@Nullable COSDictionary element, Set<COSDictionary> seen) {
            if (element == null || !seen.add(element)) {
                return;
            }
            for (COSName name : List.of(COSName.ALT, COSName.ACTUAL_TEXT, COSName.E)) {
                String said = element.getString(name);
                if (said != null) {
                    StringBuilder words = new StringBuilder(said);
                    for (int i = 0; i < words.length(); i++) {
                        if (Character.isDigit(words.charAt(i)) && met++ == site.number()) {
                            words.setCharAt(i, (char) ('0' + (words.charAt(i) - '0' + by) % 10));
                        }
                    }
                    element.setString(name, words.toString());
                }
            }
            List<COSBase> kids = new ArrayList<>();
            COSBase held = element.getDictionaryObject(COSName.K);
            if (held instanceof COSArray array) {
                for (int i = 0; i < array.size(); i++) {
                    kids.add(array.getObject(i));
                }
            } else if (held != null) {
                kids.add(held);
            }
            kids.stream()
                    .filter(kid -> kid instanceof COSDictionary inner && inner.containsKey(COSName.S))
                    .forEach(kid -> tag((COSDictionary) kid, seen));
        }
    }
}
