package org.evenkeel.reports.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.evenkeel.reports.chart.Typeface;
import org.evenkeel.reports.model.CohortBrief;
import org.evenkeel.reports.model.Cover;
import org.evenkeel.reports.model.PageSize;
import org.evenkeel.reports.model.Scheme;
import org.evenkeel.reports.words.Words;

/** The look of a page, with the running heads of one report. */
final class Stylesheet {
    private static final String SHEET = read("term-report.css");
    private static final String BRIEF = read("cohort-brief.css");

    private Stylesheet() {}

    static String of(Cover cover, PageSize size, Words words) {
        String school = Typeface.REGULAR.wrapped(cover.school(), 11, 330, 1).get(0);
        String mark = cover.simulated().isPresent()
                ? words.text("page.document.simulated")
                : cover.title() + ", " + cover.subject();
        String left = cover.simulated().isPresent() ? school + " · " + cover.title() + ", " + cover.subject() : school;
        Scheme scheme = cover.appearance().scheme();
        return paper(size)
                .replace("PAGE_NUMBER", pageNumber(words))
                .replace("HEADING_COLOUR", scheme.heading().code())
                .replace("COVER_RULE", rule(scheme, 6))
                .replace("HEADING_RULE", rule(scheme, 2))
                .replace("COVER_TOP", cover.appearance().presentation().logo().isPresent() ? "20mm" : "58mm")
                .replace("RUNNING_LEFT", quoted(left))
                .replace("RUNNING_RIGHT", quoted(mark))
                .replace("RUNNING_MARK_COLOUR", cover.simulated().isPresent() ? "#B34700" : "#52606D");
    }

    /** A line in the school's second colour; none where it has no such colour. */
    private static String rule(Scheme scheme, int pixels) {
        return scheme.accent()
                .map(colour -> pixels + "px solid " + colour.code())
                .orElse("none");
    }

    /** The look of a brief's pages. */
    static String of(CohortBrief brief, PageSize size) {
        return of(brief.cover(), size, brief.words()) + BRIEF;
    }

    /** The sheet for the paper; on both, what is printed is 174 mm wide. */
    private static String paper(PageSize size) {
        return switch (size) {
            case A4 ->
                SHEET.replace("PAGE_SIZE", "A4")
                        .replace("PAGE_MARGIN", "22mm 18mm 19mm 18mm")
                        .replace("COVER_WIDTH", "210mm")
                        .replace("COVER_HEIGHT", "296mm");
            case LETTER ->
                SHEET.replace("PAGE_SIZE", "8.5in 11in")
                        .replace("PAGE_MARGIN", "20mm 20.9mm 17mm 20.9mm")
                        .replace("COVER_WIDTH", "215.8mm")
                        .replace("COVER_HEIGHT", "278mm");
        };
    }

    /** The page's number among all pages, as CSS content. */
    private static String pageNumber(Words words) {
        String said = quoted(words.text("page.document.page", "{page}", "{pages}"));
        return said.replace("{pages}", "\" counter(pages) \"")
                .replace("{page}", "\" counter(page) \"")
                .replace(" \"\"", "");
    }

    /** The words as a CSS string. */
    private static String quoted(String words) {
        StringBuilder css = new StringBuilder("\"");
        words.codePoints().forEach(letter -> {
            if (letter == '"' || letter == '\\' || letter == '<' || letter == '&' || letter == '>' || letter < 32) {
                css.append('\\').append(Integer.toHexString(letter)).append(' ');
            } else {
                css.appendCodePoint(letter);
            }
        });
        return css.append('"').toString();
    }

    private static String read(String name) {
        try (InputStream in = Stylesheet.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The stylesheet " + name + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
