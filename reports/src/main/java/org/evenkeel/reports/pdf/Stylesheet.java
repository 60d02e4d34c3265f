package org.evenkeel.reports.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.evenkeel.reports.chart.Typeface;
import org.evenkeel.reports.model.CohortBrief;
import org.evenkeel.reports.model.Cover;
import org.evenkeel.reports.model.PageSize;

/** The look of a page, with the running heads of one report. */
final class Stylesheet {
    private static final String SHEET = read("term-report.css");
    private static final String BRIEF = read("cohort-brief.css");

    private Stylesheet() {}

    static String of(Cover cover, PageSize size) {
        String school = Typeface.REGULAR.wrapped(cover.school(), 11, 330, 1).get(0);
        String mark = cover.simulated().isPresent() ? "Simulated data" : cover.title() + ", " + cover.subject();
        String left = cover.simulated().isPresent() ? school + " · " + cover.title() + ", " + cover.subject() : school;
        return paper(size)
                .replace("RUNNING_LEFT", quoted(left))
                .replace("RUNNING_RIGHT", quoted(mark))
                .replace("RUNNING_MARK_COLOUR", cover.simulated().isPresent() ? "#B34700" : "#52606D");
    }

    /** The look of a brief's pages. */
    static String of(CohortBrief brief, PageSize size) {
        return of(brief.cover(), size)
                + BRIEF.replace("PAGE_NUMBER", brief.words().text("brief.page"));
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
