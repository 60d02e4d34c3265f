package org.evenkeel.reports.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleasePresentation;

/**
 * The report about one term, or about the weeks of one month of it, ready to be drawn as PDF or workbook.
 *
 * @param words how things are said in it
 * @param presentation how it looks, and whom it names
 * @param cover which report this is
 * @param onePage everything on one page
 * @param howToRead how to read what follows
 * @param overview all groups by all measures in absolute bands
 * @param themes the measures, stress and engagement first
 * @param weeks weeks against what was to be expected of them
 * @param response who answered
 * @param privacy how respondents are protected, in plain words
 * @param restatements which published figures were changed since
 * @param methods how figures were made
 * @param glossary the words of the report, in plain words
 * @param facts audit and provenance
 * @param figures every figure of the release, then those of earlier releases that a chart shows
 * @param analysis what the release says beyond its figures
 */
public record TermReport(
        Words words,
        ReleasePresentation presentation,
        Cover cover,
        OnePage onePage,
        TextSection howToRead,
        ChartSection overview,
        List<ThemeSection> themes,
        ChartSection weeks,
        ResponseSection response,
        TextSection privacy,
        TextSection restatements,
        TextSection methods,
        TextSection glossary,
        List<FactTable> facts,
        List<FigureLine> figures,
        AnalysisTables analysis) {
    public TermReport {
        themes = List.copyOf(themes);
        facts = List.copyOf(facts);
        figures = List.copyOf(figures);
    }

    /**
     * The report about the release, with trends from the latest release of each earlier term and from those of earlier weeks.
     *
     * @param release the release to be reported
     * @param history the latest published release of each earlier term, and those of earlier weeks of the same term, in any order
     */
    public static TermReport of(PublishedRelease release, List<PublishedRelease> history) {
        return new TermReportWriter(release, history).write();
    }

    /** The measures of all themes in report order. */
    public List<MeasureSection> measures() {
        return themes.stream().flatMap(theme -> theme.measures().stream()).toList();
    }

    /** Every chart in report order. */
    public List<ChartSpec> charts() {
        return Stream.of(
                        overview.charts().stream(),
                        measures().stream().flatMap(measure -> measure.charts().stream()),
                        weeks.charts().stream(),
                        response.sources().stream().flatMap(source -> source.charts().stream()))
                .flatMap(charts -> charts)
                .toList();
    }

    /** The same report with these figures. */
    public TermReport with(List<FigureLine> others) {
        return new TermReport(
                words,
                presentation,
                cover,
                onePage,
                howToRead,
                overview,
                themes,
                weeks,
                response,
                privacy,
                restatements,
                methods,
                glossary,
                facts,
                others,
                analysis);
    }

    /** The same report as this version of the program draws it; where another one made the release, it says so. */
    public TermReport drawnBy(String program) {
        return program.equals(cover.version())
                ? this
                : noting(
                        new FactTable.Fact(
                                words.text("model.provenance.drawn-by"),
                                words.text("model.provenance.drawn-by.how", program)),
                        cover.drawnBy(program));
    }

    /** The same report with one more fact about this release. */
    public TermReport noting(FactTable.Fact fact) {
        return noting(fact, cover);
    }

    private TermReport noting(FactTable.Fact fact, Cover noted) {
        List<FactTable> tables = new ArrayList<>(facts);
        FactTable own = facts.get(0);
        tables.set(
                0,
                new FactTable(
                        own.title(),
                        Stream.concat(own.facts().stream(), Stream.of(fact)).toList()));
        return new TermReport(
                words,
                presentation,
                noted,
                onePage,
                howToRead,
                overview,
                themes,
                weeks,
                response,
                privacy,
                restatements,
                methods,
                glossary,
                tables,
                figures,
                analysis);
    }
}
