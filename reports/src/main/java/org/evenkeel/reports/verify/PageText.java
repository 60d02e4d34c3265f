package org.evenkeel.reports.verify;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/** The letters on the pages of a PDF, gathered by the mark under which a tag finds them; letters in charts included. */
final class PageText {
    private final IdentityHashMap<COSDictionary, Page> pages = new IdentityHashMap<>();
    private final List<Page> order = new ArrayList<>();

    private PageText() {}

    static PageText of(PDDocument document) throws IOException {
        PageText text = new PageText();
        for (PDPage page : document.getPages()) {
            Page read = new Page(text.order.size() + 1);
            new Reader(read).processPage(page);
            text.pages.put(page.getCOSObject(), read);
            text.order.add(read);
        }
        return text;
    }

    /** The number of a page; 0 where it is none of the document. */
    int number(@Nullable COSDictionary page) {
        Page read = page == null ? null : pages.get(page);
        return read == null ? 0 : read.number;
    }

    /** The words under a mark of a page, which from then on count as tagged. */
    String take(@Nullable COSDictionary page, int mark) {
        Page read = page == null ? null : pages.get(page);
        Line line = read == null ? null : read.marks.get(mark);
        if (read == null || line == null) {
            return "";
        }
        read.taken.add(mark);
        return line.toString();
    }

    /** What no tag has taken: running heads, page numbers, and whatever was put on a page without a tag. */
    List<Passage> untagged() {
        List<Passage> passages = new ArrayList<>();
        for (Page page : order) {
            page.marks.forEach((mark, words) -> {
                if (!page.taken.contains(mark)) {
                    passages.add(Passage.words(
                            "page " + page.number + " mark " + mark,
                            "page " + page.number + ", without a tag",
                            words.toString()));
                }
            });
            for (int i = 0; i < page.artifacts.size(); i++) {
                passages.add(Passage.words(
                        "page " + page.number + " artifact " + i,
                        "page " + page.number + ", head, foot or repeated head of a table",
                        page.artifacts.get(i).toString()));
            }
            passages.add(Passage.words(
                    "page " + page.number + " loose",
                    "page " + page.number + ", without a tag",
                    page.loose.toString()));
            for (int i = 0; i < page.replacements.size(); i++) {
                passages.add(Passage.words(
                        "page " + page.number + " replacement " + i,
                        "page " + page.number + ", words read out in place of what is printed",
                        page.replacements.get(i)));
            }
        }
        return passages;
    }

    private static final class Page {
        private final int number;
        private final Map<Integer, Line> marks = new TreeMap<>();
        private final Set<Integer> taken = new HashSet<>();
        private final List<Line> artifacts = new ArrayList<>();
        private final Line loose = new Line();
        private final List<String> replacements = new ArrayList<>();

        Page(int number) {
            this.number = number;
        }
    }

    /** Letters in the order in which they are drawn, parted where they do not touch. */
    private static final class Line {
        private static final double LETTER_GAP = 0.16;
        private final StringBuilder words = new StringBuilder();
        private float end;
        private float base;

        void add(TextPosition letter) {
            float size = Math.max(1, letter.getFontSizeInPt());
            boolean touches = Math.abs(letter.getXDirAdj() - end) < LETTER_GAP * size
                    && Math.abs(letter.getYDirAdj() - base) < LETTER_GAP * size;
            String said = String.valueOf(letter.getUnicode());
            if (!words.isEmpty() && !touches && !endsInSpace() && !said.isBlank()) {
                words.append(' ');
            }
            words.append(said);
            end = letter.getXDirAdj() + letter.getWidthDirAdj();
            base = letter.getYDirAdj();
        }

        private boolean endsInSpace() {
            return Character.isWhitespace(words.charAt(words.length() - 1));
        }

        @Override
        public String toString() {
            return words.toString();
        }
    }

    private static final class Reader extends PDFMarkedContentExtractor {
        private static final COSName ARTIFACT = COSName.getPDFName("Artifact");
        private final Page page;
        private final Deque<Line> open = new ArrayDeque<>();

        Reader(Page page) {
            this.page = page;
            // A digit printed over another would be lost.
            setSuppressDuplicateOverlappingText(false);
        }

        @Override
        public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
            super.beginMarkedContentSequence(tag, properties);
            int mark = properties == null ? -1 : properties.getInt(COSName.MCID, -1);
            if (properties != null) {
                for (COSName name : List.of(COSName.ACTUAL_TEXT, COSName.ALT, COSName.E)) {
                    String said = properties.getString(name);
                    if (said != null) {
                        page.replacements.add(said);
                    }
                }
            }
            if (mark >= 0) {
                open.push(page.marks.computeIfAbsent(mark, each -> new Line()));
            } else if (ARTIFACT.equals(tag)) {
                Line line = new Line();
                page.artifacts.add(line);
                open.push(line);
            } else {
                open.push(here());
            }
        }

        @Override
        public void endMarkedContentSequence() {
            super.endMarkedContentSequence();
            if (!open.isEmpty()) {
                open.pop();
            }
        }

        @Override
        protected void processTextPosition(TextPosition letter) {
            here().add(letter);
        }

        private Line here() {
            return open.isEmpty() ? page.loose : open.getFirst();
        }
    }
}
