package org.evenkeel.reports.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseFact;
import org.evenkeel.sql.release.ReleaseHeader;
import org.evenkeel.sql.release.ReleaseMeasure;
import org.evenkeel.sql.release.ReleasePeriod;
import org.evenkeel.sql.release.ReleaseTerm;

/** Writes the report about one term, or about the weeks of one month of it. Reads nothing but releases, so what it says has been shown. */
final class TermReportWriter {
    private final PublishedRelease release;
    private final ReleaseHeader header;
    private final ReleaseIndex now;
    private final Words words;
    private final Chronicle chronicle;
    private final Numbering numbering = new Numbering();

    TermReportWriter(PublishedRelease release, List<PublishedRelease> history) {
        this.release = release;
        this.header = release.header();
        List<String> order = release.terms().stream()
                .sorted(Comparator.comparing(ReleaseTerm::from))
                .map(ReleaseTerm::id)
                .toList();
        Set<String> seen = new LinkedHashSet<>();
        for (PublishedRelease past : history) {
            String id = past.header().subject();
            boolean otherTerm = !past.header().term().equals(header.term());
            Require.that(
                    order.contains(past.header().term())
                            && otherTerm == past.header().month().isEmpty()
                            && !id.equals(header.subject()),
                    "History holds releases of earlier terms of the calendar %s and of weeks of the same term. Provided: %s, for a"
                            + " report on %s",
                    order,
                    id,
                    header.subject());
            Require.that(seen.add(id), "History holds one release per term and month. Provided twice: %s", id);
        }
        this.chronicle = Chronicle.of(release, history);
        this.now = chronicle.now();
        this.words = chronicle.words();
    }

    TermReport write() {
        MeasureWriter writer = new MeasureWriter(chronicle, numbering);
        ResponseWriter responses = new ResponseWriter(chronicle, numbering);
        OnePageWriter onePage = new OnePageWriter(chronicle, responses);
        ChartSection overview = new HeatMapWriter(chronicle, numbering).write();
        Map<String, List<MeasureSection>> sections = new LinkedHashMap<>();
        List<OnePage.Headline> headlines = new ArrayList<>();
        for (ReleaseMeasure measure : now.measures()) {
            headlines.add(onePage.headline(measure, writer.sparkline(measure)));
            sections.computeIfAbsent(measure.theme(), theme -> new ArrayList<>())
                    .add(writer.write(measure));
        }
        List<ThemeSection> themes = sections.entrySet().stream()
                .map(entry -> new ThemeSection(words.name(entry.getKey()), entry.getValue()))
                .toList();
        ChartSection weeks = new ControlWriter(chronicle, numbering).write();
        ResponseSection response = responses.write();
        TermReport drawn = new TermReport(
                words,
                release.presentation(),
                cover(),
                onePage.write(headlines),
                PlainTexts.howToRead(words),
                overview,
                themes,
                weeks,
                response,
                PlainTexts.privacy(header, release.audits(), words),
                restatements(),
                PlainTexts.methods(header, chronicle.earlier().size(), words),
                Glossary.write(now),
                new ProvenanceWriter(chronicle).write(),
                List.of(),
                new AnalysisTablesWriter(now, chronicle.parts()).write());
        return drawn.with(TidyFigures.of(chronicle, drawn.charts()));
    }

    private TextSection restatements() {
        List<String> restated = release.facts().stream()
                .filter(fact -> fact.section().equals("restatement"))
                .sorted(Comparator.comparingInt(ReleaseFact::order))
                .map(fact -> words.text("model.report.restated", fact.name(), fact.content()))
                .toList();
        return new TextSection(
                words.text("model.report.restatements"),
                List.of(new TextSection.Passage(
                        words.text("model.report.published"),
                        restated.isEmpty() ? List.of(words.text("model.report.unchanged")) : restated)));
    }

    private Cover cover() {
        ReleaseTerm own = release.terms().stream()
                .filter(candidate -> candidate.id().equals(header.term()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Release " + header.id() + " is about term "
                        + header.term() + ", which its calendar does not hold"));
        Optional<String> simulated = Stream.concat(
                        Stream.of(release),
                        Stream.concat(chronicle.earlier().stream(), chronicle.parts().stream())
                                .map(ReleaseIndex::release))
                .flatMap(past -> past.header().simulated().stream())
                .findFirst();
        return new Cover(
                header.study(),
                words.text(weekly() ? "model.report.weekly" : "model.report.term"),
                Words.capitalised(header.month().map(words::month).orElse(words.term(header.term()))),
                span(own),
                words.text(weekly() ? "model.report.weeks-page" : "model.report.term-page"),
                header.asOf(),
                words.day(header.asOf(), header.zone()),
                simulated,
                header.id(),
                header.version(),
                header.version(),
                Appearance.of(header.study(), release.presentation()));
    }

    private boolean weekly() {
        return header.month().isPresent();
    }

    private String span(ReleaseTerm own) {
        List<ReleasePeriod> weeks = now.weeks();
        return weekly() && !weeks.isEmpty()
                ? words.text(
                        "model.report.weeks-span",
                        words.day(weeks.get(0).from()),
                        words.day(weeks.get(weeks.size() - 1).to()),
                        words.term(header.term()))
                : words.text("model.report.term-span", words.day(own.from()), words.day(own.to()));
    }
}
