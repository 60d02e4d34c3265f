package org.evenkeel.reports.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.evenkeel.reports.chart.Typeface;

/** The letters of a face that a page uses, as the page carries them. Letters that the face lacks are left to the reader's machine. */
final class WebFace {
    private static final List<String> TABLES = List.of(
            "OS/2", "cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep");

    private WebFace() {}

    /** The CSS rule for a face in a weight, with the letters of the words in it. */
    static String rule(Typeface face, int weight, String words) {
        Set<Integer> letters = words.codePoints()
                .filter(letter -> letter >= ' ')
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
        return "@font-face{font-family:\"Evenkeel\";font-weight:" + weight + ";src:url(data:font/ttf;base64,"
                + Base64.getEncoder().encodeToString(subset(face, letters)) + ") format(\"truetype\")}\n";
    }

    private static byte[] subset(Typeface face, Set<Integer> letters) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(face.bytes()))) {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            TTFSubsetter subsetter = new TTFSubsetter(font, TABLES);
            letters.stream().filter(letter -> glyphs.getGlyphId(letter) != 0).forEach(subsetter::add);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(32_000);
            subsetter.writeToStream(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
