package org.evenkeel.reports.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.evenkeel.reports.model.CohortBrief;
import org.evenkeel.reports.model.Cover;
import org.evenkeel.reports.model.FigureLine;
import org.evenkeel.reports.model.TermReport;
import org.evenkeel.reports.words.Words;

/** Mends what the layout engine leaves: dates and identity that depend on the day, tags that a reader would stumble over, and the missing data file. */
final class Finisher {
    static final String DATA_FILE = "figures.csv";

    private static final Pattern XMP_DATE =
            Pattern.compile("(<xmp:(CreateDate|ModifyDate|MetadataDate)>)[^<]*(</xmp:\\2>)");

    private Finisher() {}

    /** Leaves the document ready to be saved, the same way for the same report. */
    static void finish(PDDocument document, TermReport report) throws IOException {
        finish(document, report.cover(), report.figures(), "", report.words());
    }

    /** Leaves the brief ready to be saved, the same way for the same brief. */
    static void finish(PDDocument document, CohortBrief brief) throws IOException {
        finish(document, brief.cover(), brief.figures(), brief.cohort(), brief.words());
    }

    private static void finish(PDDocument document, Cover cover, List<FigureLine> figures, String part, Words words)
            throws IOException {
        dates(document, cover.asOf());
        attach(document, TidyCsv.of(figures), cover.asOf(), words);
        new TagMender(document).mend();
        document.setDocumentId(identity(cover, figures, part));
    }

    private static void dates(PDDocument document, Instant instant) throws IOException {
        Calendar calendar = calendar(instant);
        document.getDocumentInformation().setCreationDate(calendar);
        document.getDocumentInformation().setModificationDate(calendar);
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String date = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX", Locale.ROOT)
                .format(instant.atOffset(ZoneOffset.UTC))
                .replace("Z", "+00:00");
        String packet = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        String dated = XMP_DATE.matcher(packet).replaceAll("$1" + date + "$3");
        metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
    }

    private static Calendar calendar(Instant instant) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.setTimeInMillis(instant.getEpochSecond() * 1000);
        return calendar;
    }

    private static void attach(PDDocument document, byte[] csv, Instant instant, Words words) throws IOException {
        PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(csv), COSName.FLATE_DECODE);
        file.setSubtype("text/csv");
        file.setSize(csv.length);
        file.setCreationDate(calendar(instant));
        file.setModDate(calendar(instant));
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(DATA_FILE);
        specification.setFileUnicode(DATA_FILE);
        specification.setFileDescription(words.text("page.document.data"));
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        specification.getCOSObject().setName("AFRelationship", "Data");
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(DATA_FILE, specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        COSArray associated = new COSArray();
        associated.add(specification.getCOSObject());
        document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), associated);
    }

    /** A number that follows from the release, its history and the part of it that the document is about. */
    private static long identity(Cover cover, List<FigureLine> figures, String part) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(cover.release().getBytes(StandardCharsets.UTF_8));
            figures.stream()
                    .map(line -> line.release())
                    .distinct()
                    .forEach(release -> digest.update(("\n" + release).getBytes(StandardCharsets.UTF_8)));
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            return java.nio.ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
