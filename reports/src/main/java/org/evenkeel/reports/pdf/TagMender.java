package org.evenkeel.reports.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.jspecify.annotations.Nullable;

/**
 * Mends the structure tree: table heads that are repeated on later pages become artifacts, so that they are read once; empty
 * table feet go; the contents become a TOC.
 */
final class TagMender {
    private static final COSName ARTIFACT = COSName.getPDFName("Artifact");

    private final PDDocument document;
    private final Map<COSDictionary, Set<Integer>> repeated = new HashMap<>();

    TagMender(PDDocument document) {
        this.document = document;
    }

    void mend() throws IOException {
        COSDictionary root = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.STRUCT_TREE_ROOT);
        if (root == null) {
            throw new IllegalStateException("The page layout made no structure tree");
        }
        walk(root, null);
        for (PDPage page : document.getPages()) {
            Set<Integer> marks = repeated.get(page.getCOSObject());
            if (marks != null) {
                silence(page, marks);
                forget(root, page, marks);
            }
        }
    }

    // ---- the tree

    private void walk(COSDictionary element, @Nullable COSDictionary head) {
        COSName type = element.getCOSName(COSName.S);
        COSDictionary ownHead = head;
        if (type != null && type.getName().equals("THead")) {
            ownHead = firstPage(element).orElse(null);
        }
        if (isContents(element, type)) {
            contents(element);
        }
        COSBase kids = element.getDictionaryObject(COSName.K);
        if (!(kids instanceof COSArray array)) {
            if (kids instanceof COSDictionary kid && isElement(kid)) {
                walk(kid, ownHead);
            }
            return;
        }
        List<COSBase> kept = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            COSBase kid = array.getObject(i);
            if (kid instanceof COSDictionary dictionary && isElement(dictionary)) {
                if (isEmptyFoot(dictionary)) {
                    continue;
                }
                walk(dictionary, ownHead);
            } else if (ownHead != null && isRepeated(kid, element, ownHead)) {
                continue;
            }
            kept.add(array.get(i));
        }
        if (kept.size() != array.size()) {
            array.clear();
            kept.forEach(array::add);
        }
    }

    private static boolean isElement(COSDictionary dictionary) {
        return dictionary.containsKey(COSName.S);
    }

    private static boolean isEmptyFoot(COSDictionary element) {
        COSName type = element.getCOSName(COSName.S);
        COSBase kids = element.getDictionaryObject(COSName.K);
        boolean empty = kids == null || (kids instanceof COSArray array && array.size() == 0);
        return type != null && type.getName().equals("TFoot") && empty;
    }

    private static Optional<COSDictionary> firstPage(COSDictionary element) {
        COSBase kids = element.getDictionaryObject(COSName.K);
        List<COSBase> list = new ArrayList<>();
        if (kids instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                list.add(array.getObject(i));
            }
        } else if (kids != null) {
            list.add(kids);
        }
        for (COSBase kid : list) {
            if (kid instanceof COSDictionary dictionary && isElement(dictionary)) {
                Optional<COSDictionary> found = firstPage(dictionary);
                if (found.isPresent()) {
                    return found;
                }
            } else {
                Optional<COSDictionary> page = pageOf(kid, element);
                if (page.isPresent()) {
                    return page;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<COSDictionary> pageOf(COSBase kid, COSDictionary element) {
        COSDictionary own = kid instanceof COSDictionary dictionary ? dictionary.getCOSDictionary(COSName.PG) : null;
        return Optional.ofNullable(own == null ? element.getCOSDictionary(COSName.PG) : own);
    }

    private boolean isRepeated(COSBase kid, COSDictionary element, COSDictionary headPage) {
        Optional<COSDictionary> page = pageOf(kid, element);
        int mark = -1;
        if (kid instanceof COSInteger number) {
            mark = number.intValue();
        } else if (kid instanceof COSDictionary dictionary) {
            mark = dictionary.getInt(COSName.MCID, -1);
        }
        if (mark < 0 || page.isEmpty() || page.orElseThrow() == headPage) {
            return false;
        }
        repeated.computeIfAbsent(page.orElseThrow(), each -> new HashSet<>()).add(mark);
        return true;
    }

    // ---- the contents

    private static boolean isContents(COSDictionary element, @Nullable COSName type) {
        return type != null && type.getName().equals("L") && hasNoMarkers(element.getDictionaryObject(COSName.A));
    }

    private static boolean hasNoMarkers(@Nullable COSBase attributes) {
        if (attributes instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (hasNoMarkers(array.getObject(i))) {
                    return true;
                }
            }
            return false;
        }
        return attributes instanceof COSDictionary dictionary
                && "None".equals(dictionary.getNameAsString(COSName.getPDFName("ListNumbering")));
    }

    private static void contents(COSDictionary element) {
        COSName type = element.getCOSName(COSName.S);
        if (type == null) {
            return;
        }
        switch (type.getName()) {
            case "L" -> {
                element.setName(COSName.S, "TOC");
                element.removeItem(COSName.A);
            }
            case "LI" -> element.setName(COSName.S, "TOCI");
            case "LBody" -> element.setName(COSName.S, "Reference");
            default -> {
                return;
            }
        }
        COSBase kids = element.getDictionaryObject(COSName.K);
        if (kids instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.getObject(i) instanceof COSDictionary kid && isElement(kid)) {
                    contents(kid);
                }
            }
        } else if (kids instanceof COSDictionary kid && isElement(kid)) {
            contents(kid);
        }
    }

    // ---- pages

    private void silence(PDPage page, Set<Integer> marks) throws IOException {
        List<Object> tokens = new PDFStreamParser(page).parse();
        for (int i = 2; i < tokens.size(); i++) {
            if (tokens.get(i) instanceof Operator operator
                    && operator.getName().equals("BDC")
                    && tokens.get(i - 1) instanceof COSDictionary properties
                    && marks.contains(properties.getInt(COSName.MCID, -1))) {
                COSDictionary pagination = new COSDictionary();
                pagination.setName(COSName.TYPE, "Pagination");
                tokens.set(i - 2, ARTIFACT);
                tokens.set(i - 1, pagination);
            }
        }
        PDStream content = new PDStream(document);
        try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
            new ContentStreamWriter(out).writeTokens(tokens);
        }
        page.setContents(content);
    }

    private static void forget(COSDictionary root, PDPage page, Set<Integer> marks) {
        COSDictionary parents = root.getCOSDictionary(COSName.PARENT_TREE);
        if (parents != null) {
            forget(parents, page.getStructParents(), marks);
        }
    }

    private static void forget(COSDictionary node, int key, Set<Integer> marks) {
        COSArray numbers = node.getCOSArray(COSName.NUMS);
        if (numbers != null) {
            for (int i = 0; i + 1 < numbers.size(); i += 2) {
                if (numbers.getInt(i) == key && numbers.getObject(i + 1) instanceof COSArray slots) {
                    marks.stream().filter(mark -> mark < slots.size()).forEach(mark -> slots.set(mark, COSNull.NULL));
                }
            }
        }
        COSArray kids = node.getCOSArray(COSName.KIDS);
        if (kids != null) {
            for (int i = 0; i < kids.size(); i++) {
                if (kids.getObject(i) instanceof COSDictionary kid) {
                    forget(kid, key, marks);
                }
            }
        }
    }
}
