package org.evenkeel.reports.pdf;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.logging.Level;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.evenkeel.reports.chart.Typeface;
import org.w3c.dom.Element;

/** Lays a page source out as PDF/UA-1 and PDF/A-3a. The same source gives the same bytes on every machine. */
final class Layout {
    private static final String CHART = "chart/";
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Layout.class.getClassLoader(), "org.evenkeel.reports.templates");

    private Layout() {}

    /** What is left to be done with a document before it is saved. */
    interface Finish {
        /** Leaves the document ready to be saved. */
        void of(PDDocument document) throws IOException;
    }

    /** The faces come first: they tell Java not to look for fonts on the machine. */
    static void ready() {
        Typeface.REGULAR.family();
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    /** What a template makes of its arguments. */
    static String xhtml(String template, Map<String, Object> arguments) {
        StringOutput output = new StringOutput();
        TEMPLATES.render(template, arguments, output);
        return output.toString();
    }

    /**
     * What is laid out.
     *
     * @param xhtml the page source
     * @param drawings the drawings that it asks for
     * @param language where its lines may break
     * @param producer what drew it
     */
    record Source(String xhtml, Map<String, Drawing> drawings, Locale language, String producer) {}

    /** The source as the bytes of a PDF file. */
    static byte[] pdf(Source source, Finish finish) {
        return pdf(source, pages -> true, finish).orElseThrow();
    }

    /** The source as the bytes of a PDF file; empty, and nothing was drawn, where it takes another number of pages. */
    static Optional<byte[]> pdf(Source source, int pages, Finish finish) {
        return pdf(source, laidOut -> laidOut == pages, finish);
    }

    private static Optional<byte[]> pdf(Source source, IntPredicate pages, Finish finish) {
        ready();
        try (PDDocument document = new PDDocument()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePdfUaAccessibility(true);
            builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
            builder.useColorProfile(Shared.COLOURS.clone());
            builder.withProducer(source.producer());
            builder.usePDDocument(document);
            faces(builder, document);
            builder.useUnicodeLineBreaker(new WholeNumbers(source.language()));
            builder.useObjectDrawerFactory(new Charts(source.drawings()));
            builder.withHtmlContent(Typeface.REGULAR.printable(source.xhtml()), null);
            builder.toStream(OutputStream.nullOutputStream());
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.layout();
                if (!pages.test(renderer.getRootBox().getLayer().getPages().size())) {
                    return Optional.empty();
                }
                renderer.createPDFWithoutClosing();
                finish.of(document);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream(200_000);
                document.save(bytes, CompressParameters.DEFAULT_COMPRESSION);
                return Optional.of(bytes.toByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void faces(PdfRendererBuilder builder, PDDocument document) throws IOException {
        PDFont regular = PDType0Font.load(document, Shared.REGULAR, true);
        PDFont medium = PDType0Font.load(document, Shared.MEDIUM, true);
        builder.useFont(new PDFontSupplier(regular), "Roboto", 400, FontStyle.NORMAL, true);
        builder.useFont(new PDFontSupplier(medium), "Roboto", 600, FontStyle.NORMAL, true);
        builder.useFont(new PDFontSupplier(medium), "Roboto", 700, FontStyle.NORMAL, true);
        builder.useFont(new PDFontSupplier(medium), Typeface.MEDIUM.family(), 400, FontStyle.NORMAL, true);
    }

    /** What every document has in common, read once. A parsed font reads further tables under a lock of its own, and is never closed. */
    private static final class Shared {
        static final TrueTypeFont REGULAR = parsed(Typeface.REGULAR);
        static final TrueTypeFont MEDIUM = parsed(Typeface.MEDIUM);
        static final byte[] COLOURS =
                ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

        private Shared() {}

        private static TrueTypeFont parsed(Typeface face) {
            try {
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(face.bytes()));
                // Ligatures would break searching and copying.
                font.setEnableGsub(false);
                return font;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Hands each chart on the page its drawing. */
    private static final class Charts extends DefaultObjectDrawerFactory {
        private final Map<String, Drawing> drawings;

        Charts(Map<String, Drawing> drawings) {
            this.drawings = drawings;
        }

        @Override
        public boolean isReplacedObject(Element element) {
            return element.getAttribute("type").startsWith(CHART);
        }

        @Override
        public FSObjectDrawer createDrawer(Element element) {
            String id = element.getAttribute("type").substring(CHART.length());
            Drawing drawing = drawings.get(id);
            if (drawing == null) {
                throw new IllegalStateException("The page asks for chart " + id + ", which the report does not hold");
            }
            return (place, x, y, width, height, device, context, dotsPerPixel) -> {
                double wide = width / dotsPerPixel;
                double high = height / dotsPerPixel;
                device.drawWithGraphics(
                        (float) x,
                        (float) y,
                        (float) wide,
                        (float) high,
                        graphics -> drawing.chart().draw(graphics, new Rectangle2D.Double(0, 0, wide, high)));
                return Map.of();
            };
        }
    }
}
