package org.evenkeel.reports.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.evenkeel.reports.verify.VerifyProblem.Cause;
import org.jspecify.annotations.Nullable;

/** A report as PDF: the words on its pages, in its tags, bookmarks and annotations, and digests of what is drawn. */
final class PdfFile implements ReportFile {
    private static final int TAIL = 1_024;
    private static final int DEEPEST_OUTLINE = 20;

    private final PDDocument document;
    private final String name;

    private PdfFile(String name, PDDocument document) {
        this.name = name;
        this.document = document;
    }

    /** A PDF that has been parsed. */
    static PdfFile of(String name, PDDocument document) {
        return new PdfFile(name, document);
    }

    /** Opens the bytes of a PDF; a broken one is refused rather than mended. */
    static PdfFile open(String name, byte[] content) {
        String tail = new String(
                content,
                Math.max(0, content.length - TAIL),
                Math.min(TAIL, content.length),
                StandardCharsets.ISO_8859_1);
        if (!tail.contains("%%EOF") || !tail.contains("startxref")) {
            throw broken(name);
        }
        try {
            return of(name, Loader.loadPDF(content));
        } catch (InvalidPasswordException locked) {
            throw new VerifyProblem(
                    Cause.USAGE,
                    name
                            + ": the file is protected by a password. Evenkeel locks none of its reports; name the report as it was made.");
        } catch (IOException unreadable) {
            throw broken(name);
        }
    }

    private static VerifyProblem broken(String name) {
        return new VerifyProblem(
                Cause.DATA,
                name
                        + ": the PDF is not whole; its end is missing or its inside is damaged. Copy it again, or draw it again with: evenkeel report STUDY");
    }

    @Override
    public Optional<String> cohort() {
        return Optional.ofNullable(document.getDocumentInformation().getKeywords())
                .filter(key -> !key.isBlank());
    }

    @Override
    public Iterator<Block> blocks() {
        try {
            PageText text = PageText.of(document);
            List<Passage> passages = new ArrayList<>(new TagReader(document, text).passages());
            passages.addAll(text.untagged());
            annotations(passages);
            outline(document.getDocumentCatalog().getDocumentOutline(), "outline", passages, 0);
            drawings(passages);
            return List.of(new Block("document", 0, passages)).iterator();
        } catch (IOException damaged) {
            throw broken(name);
        }
    }

    private void annotations(List<Passage> passages) throws IOException {
        int number = 0;
        for (PDPage page : document.getPages()) {
            number++;
            List<PDAnnotation> annotations = page.getAnnotations();
            for (int i = 0; i < annotations.size(); i++) {
                PDAnnotation annotation = annotations.get(i);
                String key = "page " + number + " annotation " + i;
                String where = "page " + number + ", a note or link on it";
                if (annotation.getContents() != null) {
                    passages.add(Passage.words(key, where, annotation.getContents()));
                }
                passages.add(Passage.setting(
                        key + " kind",
                        where,
                        annotation.getSubtype()
                                + (annotation.getAppearance() == null ? "" : " with a drawing of its own")));
            }
        }
    }

    private static void outline(@Nullable PDOutlineNode node, String key, List<Passage> passages, int depth) {
        if (node == null || depth > DEEPEST_OUTLINE) {
            return;
        }
        int i = 0;
        for (PDOutlineItem item : node.children()) {
            String place = key + "/" + i++;
            passages.add(Passage.words(place, "bookmark", String.valueOf(item.getTitle())));
            outline(item, place, passages, depth + 1);
        }
    }

    // ---- what is drawn

    private void drawings(List<Passage> passages) throws IOException {
        int number = 0;
        for (PDPage page : document.getPages()) {
            number++;
            Digest digest = new Digest();
            try (var content = page.getContents()) {
                digest.add(content == null ? new byte[0] : content.readAllBytes());
            }
            resources(page.getResources(), digest, new LinkedHashSet<>());
            passages.add(
                    Passage.setting("page " + number + " drawing", "page " + number + ", its drawing", digest.text()));
        }
    }

    /** Fonts decide what a letter looks like, forms are drawn on the page, images may show anything. */
    private static void resources(@Nullable PDResources resources, Digest digest, Set<COSStream> seen)
            throws IOException {
        if (resources == null) {
            return;
        }
        for (COSName font : resources.getFontNames()) {
            digest.add(font.getName());
            var program = resources.getFont(font);
            if (program != null
                    && program.getFontDescriptor() != null
                    && program.getFontDescriptor().getFontFile2() != null) {
                digest.add(program.getFontDescriptor().getFontFile2().toByteArray());
            }
            if (program != null
                    && program.getCOSObject().getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream map) {
                digest.add(map);
            }
        }
        for (COSName object : resources.getXObjectNames()) {
            PDXObject drawn = resources.getXObject(object);
            if (!seen.add(drawn.getCOSObject())) {
                continue;
            }
            digest.add(object.getName());
            digest.add(drawn.getCOSObject());
            if (drawn instanceof PDFormXObject form) {
                resources(form.getResources(), digest, seen);
            } else if (drawn instanceof PDImageXObject image) {
                digest.add(image.getWidth() + "x" + image.getHeight());
            }
        }
    }

    /** A digest over parts of a drawing. */
    private static final class Digest {
        private final MessageDigest digest;

        Digest() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        void add(byte[] bytes) {
            digest.update(bytes);
        }

        void add(String words) {
            add(words.getBytes(StandardCharsets.UTF_8));
        }

        void add(COSStream stream) throws IOException {
            try (var in = stream.createInputStream()) {
                add(in.readAllBytes());
            }
        }

        String text() {
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        }
    }

    // ---- beside the pages

    @Override
    public Iterator<Block> attachments() {
        try {
            Map<String, PDComplexFileSpecification> files = new TreeMap<>();
            var names = document.getDocumentCatalog().getNames();
            var tree = names == null ? null : names.getEmbeddedFiles();
            if (tree != null && tree.getNames() != null) {
                files.putAll(tree.getNames());
            }
            List<Block> blocks = new ArrayList<>();
            for (Map.Entry<String, PDComplexFileSpecification> file : files.entrySet()) {
                blocks.add(new Block(file.getKey(), 0, lines(file.getKey(), file.getValue())));
            }
            return blocks.iterator();
        } catch (IOException damaged) {
            throw broken(name);
        }
    }

    private static List<Passage> lines(String file, PDComplexFileSpecification specification) throws IOException {
        PDEmbeddedFile content =
                Optional.ofNullable(specification.getEmbeddedFileUnicode()).orElse(specification.getEmbeddedFile());
        if (content == null) {
            return List.of();
        }
        String[] lines = new String(content.toByteArray(), StandardCharsets.UTF_8).split("\n", -1);
        return IntStream.range(0, lines.length)
                .mapToObj(i ->
                        Passage.words(file + " " + (i + 1), "attached file " + file + ", line " + (i + 1), lines[i]))
                .filter(passage -> !passage.text().isEmpty())
                .toList();
    }

    @Override
    public Optional<String> maker() {
        return Optional.ofNullable(document.getDocumentInformation().getProducer())
                .filter(producer -> Arrays.asList(producer.split(" ", -1)).contains("Evenkeel"));
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
