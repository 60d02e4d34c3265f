package org.evenkeel.reports.pdf;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/** A PDF as a screen reader meets it: tags, alternative texts, scopes and words, as indented lines. */
final class StructureText {
    private final Map<COSDictionary, Map<Integer, String>> words = new HashMap<>();
    private final StringBuilder lines = new StringBuilder();

    private StructureText() {}

    static String of(PDDocument document) throws IOException {
        StructureText text = new StructureText();
        for (PDPage page : document.getPages()) {
            PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
            extractor.processPage(page);
            Map<Integer, String> marks = new HashMap<>();
            extractor.getMarkedContents().forEach(content -> collect(content, marks));
            text.words.put(page.getCOSObject(), marks);
        }
        COSDictionary root = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.STRUCT_TREE_ROOT);
        text.kids(root.getDictionaryObject(COSName.K), root, 0);
        return text.lines.toString();
    }

    private static void collect(PDMarkedContent content, Map<Integer, String> marks) {
        StringBuilder said = new StringBuilder();
        for (Object piece : content.getContents()) {
            if (piece instanceof TextPosition letter) {
                said.append(letter.getUnicode());
            } else if (piece instanceof PDMarkedContent inner) {
                collect(inner, marks);
            }
        }
        if (content.getMCID() >= 0) {
            marks.merge(content.getMCID(), said.toString(), String::concat);
        }
    }

    private void element(COSDictionary element, int depth) {
        lines.append("  ".repeat(depth)).append(element.getNameAsString(COSName.S));
        String scope = scope(element.getDictionaryObject(COSName.A));
        if (!scope.isEmpty()) {
            lines.append(" [").append(scope).append(']');
        }
        String alternative = element.getString(COSName.ALT);
        if (alternative != null) {
            lines.append(" alt \"").append(alternative).append('"');
        }
        String said = own(element.getDictionaryObject(COSName.K), element);
        if (!said.isBlank()) {
            lines.append(": ").append(said.strip());
        }
        lines.append('\n');
        kids(element.getDictionaryObject(COSName.K), element, depth + 1);
    }

    private void kids(@Nullable COSBase kids, COSDictionary parent, int depth) {
        for (COSBase kid : list(kids)) {
            if (kid instanceof COSDictionary dictionary && dictionary.containsKey(COSName.S) && dictionary != parent) {
                element(dictionary, depth);
            }
        }
    }

    private String own(@Nullable COSBase kids, COSDictionary element) {
        StringBuilder said = new StringBuilder();
        for (COSBase kid : list(kids)) {
            COSDictionary page = element.getCOSDictionary(COSName.PG);
            int mark = -1;
            if (kid instanceof COSInteger number) {
                mark = number.intValue();
            } else if (kid instanceof COSDictionary dictionary && !dictionary.containsKey(COSName.S)) {
                mark = dictionary.getInt(COSName.MCID, -1);
                COSDictionary other = dictionary.getCOSDictionary(COSName.PG);
                page = other == null ? page : other;
            }
            if (mark >= 0 && page != null) {
                said.append(words.getOrDefault(page, Map.of()).getOrDefault(mark, ""));
            }
        }
        return said.toString();
    }

    private static String scope(@Nullable COSBase attributes) {
        for (COSBase each : list(attributes)) {
            if (each instanceof COSDictionary dictionary) {
                String scope = dictionary.getNameAsString(COSName.getPDFName("Scope"));
                if (scope != null) {
                    return scope;
                }
            }
        }
        return "";
    }

    private static List<COSBase> list(@Nullable COSBase base) {
        if (base instanceof COSArray array) {
            return java.util.stream.IntStream.range(0, array.size())
                    .mapToObj(array::getObject)
                    .map(COSBase.class::cast)
                    .toList();
        }
        return base == null ? List.of() : List.of(base);
    }
}
