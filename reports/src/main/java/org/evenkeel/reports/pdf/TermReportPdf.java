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
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Level;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.evenkeel.reports.chart.LostLetters;
import org.evenkeel.reports.chart.Typeface;
import org.evenkeel.reports.model.PageSize;
import org.evenkeel.reports.model.TermReport;
import org.w3c.dom.Element;

/** Draws a term report as PDF/UA-1 and PDF/A-3a. The same report gives the same bytes on every machine. */
public final class TermReportPdf {
    private static final String CHART = "chart/";
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, TermReportPdf.class.getClassLoader(), "org.evenkeel.reports.templates");

    private TermReportPdf() {}

    /** The report as the bytes of a PDF file, on the school's paper. */
    public static byte[] render(TermReport report) {
        return render(report, warning -> {});
    }

    /** The same; a warning is given where letters of the report cannot be printed. */
    public static byte[] render(TermReport report, Consumer<LostLetters> warnings) {
        PageSize size = report.cover().appearance().paper();
        // The faces come first: they tell Java not to look for fonts on the machine.
        Typeface.REGULAR.family();
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
        PageView view = PageView.of(report, size);
        String source = xhtml(view);
        LostLetters lost = LostLetters.in(source);
        if (!lost.isNone()) {
            warnings.accept(lost);
            view = PageView.of(
                    report.noting(lost.fact(report.cover().appearance().words())), size);
            source = xhtml(view);
        }
        String page = Typeface.REGULAR.printable(source);
        try (PDDocument document = new PDDocument()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePdfUaAccessibility(true);
            builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
            builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
            builder.withProducer("Evenkeel " + report.cover().version());
            builder.usePDDocument(document);
            faces(builder, document);
            builder.useUnicodeLineBreaker(new WholeNumbers(report.words().locale()));
            builder.useObjectDrawerFactory(new Charts(view.drawings()));
            builder.withHtmlContent(page, null);
            builder.toStream(OutputStream.nullOutputStream());
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
                Finisher.finish(document, report);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream(200_000);
                document.save(bytes, CompressParameters.DEFAULT_COMPRESSION);
                return bytes.toByteArray();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page source that is laid out, before it becomes a PDF. */
    static String xhtml(PageView view) {
        StringOutput output = new StringOutput();
        TEMPLATES.render("termReport.jte", Map.of("view", view), output);
        return output.toString();
    }

    private static void faces(PdfRendererBuilder builder, PDDocument document) throws IOException {
        PDFont regular = embedded(document, Typeface.REGULAR);
        PDFont medium = embedded(document, Typeface.MEDIUM);
        builder.useFont(new PDFontSupplier(regular), "Roboto", 400, FontStyle.NORMAL, true);
        builder.useFont(new PDFontSupplier(medium), "Roboto", 600, FontStyle.NORMAL, true);
        builder.useFont(new PDFontSupplier(medium), "Roboto", 700, FontStyle.NORMAL, true);
        builder.useFont(new PDFontSupplier(medium), Typeface.MEDIUM.family(), 400, FontStyle.NORMAL, true);
    }

    private static PDFont embedded(PDDocument document, Typeface face) throws IOException {
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(face.bytes()));
        // Ligatures would break searching and copying.
        font.setEnableGsub(false);
        return PDType0Font.load(document, font, true);
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
