package org.evenkeel.reports.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.evenkeel.reports.model.ChartSpec;
import org.evenkeel.reports.model.FigureLine;
import org.evenkeel.reports.model.OnePage;
import org.evenkeel.reports.model.Reading;
import org.evenkeel.reports.model.TermReport;
import org.evenkeel.reports.verify.Numbers.Printed;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseAnalysis;
import org.evenkeel.sql.release.ReleaseBenchmark;
import org.evenkeel.sql.release.ReleaseChangeSize;
import org.evenkeel.sql.release.ReleaseFigure;

/** The figures of a release and of those before it, by the ids under which its reports print them, with the mart's own numbers. */
final class MartFigures {
    private static final int MOST_NAMED = 3;
    private static final String SCHOOL = "school";

    private final Map<String, Entry> byId = new LinkedHashMap<>();
    private final Map<Topic, List<Entry>> byTopic = new LinkedHashMap<>();
    private final Map<SchoolTopic, List<Entry>> bySchool = new LinkedHashMap<>();
    private final Map<String, List<Entry>> byDigits = new LinkedHashMap<>();
    private final Map<String, Set<String>> sentences = new LinkedHashMap<>();

    /**
     * A figure as the mart has it.
     *
     * @param id the id that reports print
     * @param line what it is about, in words
     * @param figure its numbers
     */
    record Entry(String id, FigureLine line, ReleaseFigure figure) {
        /** The numbers that the figure is shown as. */
        List<BigDecimal> numbers() {
            return Stream.of(figure.value(), figure.lower(), figure.upper(), figure.bandLower(), figure.bandUpper())
                    .flatMap(Optional::stream)
                    .toList();
        }

        boolean hasDigits(Printed printed) {
            return numbers().stream()
                    .anyMatch(
                            number -> Numbers.digits(number, figure.decimals()).equals(printed.digits())
                                    && (number.signum() < 0) == printed.isNegative());
        }

        /** Whether a sentence may mean one of the figure's numbers, whose sign may be in its words: "fell by 0.2". */
        boolean isSaidAs(Printed printed) {
            return numbers().stream()
                    .anyMatch(
                            number -> Numbers.digits(number, figure.decimals()).equals(printed.digits()));
        }

        /** Whether a cell may hold the number beside the figure's id: its own numbers, its decimals, the reach of its interval. */
        boolean hasNumber(BigDecimal number) {
            return Stream.of(
                            numbers().stream(),
                            Stream.of(BigDecimal.valueOf(figure.decimals())),
                            reach(figure.value(), figure.lower()),
                            reach(figure.upper(), figure.value()))
                    .flatMap(each -> each)
                    .anyMatch(own -> own.compareTo(number) == 0);
        }

        private static Stream<BigDecimal> reach(Optional<BigDecimal> upper, Optional<BigDecimal> lower) {
            return upper.flatMap(from -> lower.map(from::subtract)).stream();
        }

        /** Every word that says what the figure is about. */
        Stream<String> words() {
            return Stream.concat(
                    Stream.of(
                            line.cohortName(),
                            line.cohort(),
                            line.periodTitle(),
                            line.period(),
                            line.term(),
                            line.measureTitle(),
                            line.measure(),
                            line.kind(),
                            line.grouping(),
                            line.release()),
                    figure.note().stream());
        }

        /** The figure in a sentence: what it is and what the mart has. */
        String text() {
            List<String> about = Stream.of(
                            line.kind().toLowerCase(Locale.ROOT),
                            line.measureTitle().isEmpty() ? line.source() : line.measureTitle(),
                            line.cohortName(),
                            line.periodTitle())
                    .filter(words -> !words.isBlank())
                    .toList();
            return id + " (" + String.join(", ", about) + ": " + line.reading().textWithInterval() + ")";
        }
    }

    private record Topic(String release, String source, Optional<String> measure, String period, String cohort) {
        static Topic of(FigureLine line, ReleaseFigure figure) {
            return new Topic(line.release(), figure.source(), figure.measure(), figure.period(), figure.cohort());
        }
    }

    private record SchoolTopic(String release, String source, Optional<String> measure, String period, String kind) {
        static SchoolTopic of(FigureLine line, ReleaseFigure figure) {
            return new SchoolTopic(line.release(), figure.source(), figure.measure(), figure.period(), figure.kind());
        }
    }

    private final Set<BigDecimal> analysis = new HashSet<>();

    /** Numbers in the names of the periods that a report speaks of: a flag that is "as in Autumn 2025" holds one. */
    private final Set<String> inNamesOfPeriods = new HashSet<>();

    private final Set<String> known = new HashSet<>();

    /** Charts by what is read out in their place: a file names them by nothing else. */
    private final Map<String, DrawnChart> drawings = new LinkedHashMap<>();

    private final Map<String, DrawnChart> captions = new LinkedHashMap<>();

    private final Words words;

    private MartFigures(Words words) {
        this.words = words;
    }

    static MartFigures of(TermReport report, PublishedRelease release, List<PublishedRelease> history) {
        return of(report, List.of(), release, history);
    }

    /** The figures of a report, which is drawn with these charts too. */
    static MartFigures of(
            TermReport report, List<ChartSpec> others, PublishedRelease release, List<PublishedRelease> history) {
        Map<String, ReleaseFigure> mart = new LinkedHashMap<>();
        release.figures().forEach(figure -> mart.put(figure.id(), figure));
        history.forEach(past ->
                past.figures().forEach(figure -> mart.put(past.header().subject() + "/" + figure.id(), figure)));
        MartFigures figures = new MartFigures(report.words());
        figures.known.addAll(mart.keySet());
        Stream.concat(Stream.of(release), history.stream())
                .flatMap(one -> numbers(one.analysis()))
                .forEach(figures.analysis::add);
        report.figures()
                .forEach(line -> figures.add(
                        line, Objects.requireNonNull(mart.get(line.reading().id()))));
        Stream.concat(Stream.of(release), history.stream())
                .map(PublishedRelease::header)
                .flatMap(header -> Stream.concat(
                        Stream.of(report.words().term(header.term())),
                        header.month().map(report.words()::month).stream()))
                .flatMap(words -> Numbers.in(words).stream())
                .map(Printed::text)
                .forEach(figures.inNamesOfPeriods::add);
        release.findings().forEach(finding -> figures.said(finding.sentence(), finding.evidence()));
        release.flags().forEach(flag -> figures.said(flag.sentence(), flag.evidence()));
        Stream.concat(others.stream(), report.charts().stream()).forEach(figures::add);
        report.onePage().headlines().forEach(figures::add);
        return figures;
    }

    private void add(ChartSpec chart) {
        DrawnChart drawn = new DrawnChart(
                "the chart “" + chart.title() + "” of table " + chart.table().id(),
                entries(chart.table().rows().stream()
                        .flatMap(row -> Stream.concat(Stream.of(row.reading()), row.respondents().stream()))));
        drawings.putIfAbsent(chart.alternative(), drawn);
        Stream.of(chart.title(), chart.subtitle()).forEach(said -> captions.putIfAbsent(said, drawn));
    }

    private void add(OnePage.Headline headline) {
        drawings.putIfAbsent(
                headline.sparkline().alternative(),
                new DrawnChart(
                        "the small line of " + headline.measure(),
                        entries(headline.sparkline().readings().stream().flatMap(Optional::stream))));
    }

    private List<Entry> entries(Stream<Reading> readings) {
        return readings.flatMap(reading -> find(reading.id()).stream())
                .distinct()
                .toList();
    }

    /** The chart that a place belongs to: read out in its place, drawn in it, or printed above it. */
    private Optional<DrawnChart> chart(Passage place) {
        return Stream.concat(Stream.of(place.text()), place.around().stream())
                .flatMap(said -> Optional.ofNullable(drawings.get(said)).stream())
                .findFirst()
                .or(() -> Optional.ofNullable(captions.get(place.text())));
    }

    private void add(FigureLine line, ReleaseFigure figure) {
        Entry entry = new Entry(line.reading().id(), line, figure);
        byId.put(entry.id(), entry);
        byTopic.computeIfAbsent(Topic.of(line, figure), topic -> new ArrayList<>())
                .add(entry);
        if (line.grouping().equals(SCHOOL)) {
            bySchool.computeIfAbsent(SchoolTopic.of(line, figure), topic -> new ArrayList<>())
                    .add(entry);
        }
        entry.numbers().stream()
                .map(number -> Numbers.digits(number, figure.decimals()))
                .distinct()
                .forEach(digits -> byDigits.computeIfAbsent(digits, each -> new ArrayList<>())
                        .add(entry));
    }

    private void said(String sentence, List<String> evidence) {
        evidence.forEach(id ->
                sentences.computeIfAbsent(id, each -> new LinkedHashSet<>()).add(sentence));
    }

    /** How many figures there are. */
    int size() {
        return byId.size();
    }

    /** Whether the mart has a figure of this id, in this release or an earlier one, reported or not. */
    boolean knows(String id) {
        return known.contains(id);
    }

    Optional<Entry> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Figures about the same source, measure, period and group: the respondents beside a mean. */
    List<Entry> beside(Entry entry) {
        return byTopic.getOrDefault(Topic.of(entry.line(), entry.figure()), List.of());
    }

    /** Whether a number in words is one of the figures named beside it, or belongs to the words that say what they are about. */
    boolean explains(Collection<Entry> named, Printed printed) {
        return named.stream().flatMap(entry -> beside(entry).stream()).anyMatch(entry -> entry.hasDigits(printed))
                || named.stream()
                        .flatMap(entry ->
                                Stream.concat(entry.words(), sentences.getOrDefault(entry.id(), Set.of()).stream()))
                        .flatMap(words -> Numbers.in(words).stream())
                        .anyMatch(own -> own.text().equals(printed.text()))
                || inNamesOfPeriods.contains(printed.text());
    }

    /** Whether a number of a cell is one of the figures named in its row. */
    boolean explains(Collection<Entry> named, BigDecimal number) {
        return named.stream()
                        .flatMap(entry -> Stream.concat(beside(entry).stream(), school(entry).stream()))
                        .anyMatch(entry -> entry.hasNumber(number))
                || analysis.contains(number.stripTrailingZeros());
    }

    /** Every number that charts show beside the figures: they stand in rows of figures, and have no ids there. */
    private static Stream<BigDecimal> numbers(ReleaseAnalysis analysis) {
        return Stream.of(
                        analysis.standings().stream()
                                .flatMap(standing -> Stream.of(
                                        standing.pooled(),
                                        standing.lower(),
                                        standing.upper(),
                                        standing.margin(),
                                        BigDecimal.valueOf(standing.likelihoodWorse()))),
                        analysis.bands().stream().flatMap(band -> Stream.of(band.reference(), band.step())),
                        analysis.controls().stream()
                                .flatMap(control -> Stream.concat(
                                        Stream.of(control.expected()),
                                        control.limits().stream()
                                                .flatMap(limits -> Stream.of(limits.lower(), limits.upper())))),
                        analysis.funnels().stream()
                                .flatMap(funnel ->
                                        Stream.of(funnel.centre(), funnel.deviation(), funnel.overdispersion())),
                        analysis.benchmarks().stream().map(ReleaseBenchmark::mean),
                        analysis.changes().stream().flatMap(MartFigures::numbers))
                .flatMap(numbers -> numbers)
                .map(BigDecimal::stripTrailingZeros);
    }

    private static Stream<BigDecimal> numbers(ReleaseChangeSize change) {
        return Stream.concat(
                change.matters().map(ReleaseChangeSize.Multiple::points).stream(),
                Stream.of(
                                Optional.of(change.points()),
                                change.matters().map(ReleaseChangeSize.Multiple::size),
                                change.effect())
                        .flatMap(Optional::stream)
                        .flatMap(size -> Stream.of(Optional.of(size.value()), size.lower(), size.upper())
                                .flatMap(Optional::stream)));
    }

    /** The same figure of the school as a whole, which is printed beside a group's. */
    private List<Entry> school(Entry entry) {
        return bySchool.getOrDefault(SchoolTopic.of(entry.line(), entry.figure()), List.of());
    }

    /**
     * What a place speaks of where the given text should stand: the figures it names, else those with that number about what the place is
     * about. A number in a chart is one of the chart's figures or of those printed beside them, or of none.
     *
     * @param place the place
     * @param expected what should stand there
     */
    Meaning meant(Passage place, String expected) {
        Optional<DrawnChart> chart = chart(place);
        List<Entry> entries = chart.map(DrawnChart::figures)
                .orElseGet(() -> Comparison.named(place).stream()
                        .flatMap(id -> find(id).stream())
                        .distinct()
                        .toList());
        List<Entry> own =
                Numbers.ids(expected).stream().flatMap(id -> find(id).stream()).toList();
        List<Entry> saying = own.isEmpty() ? saying(entries, expected) : own;
        if (!saying.isEmpty() || chart.isPresent()) {
            return new Meaning(saying, chart);
        }
        List<Entry> likely = likely(expected, String.join("\n", place.around()) + "\n" + place.text());
        return new Meaning(likely.isEmpty() ? entries.stream().limit(MOST_NAMED).toList() : likely, chart);
    }

    /** Those of the figures that have the number, else those beside them, else those of the school. */
    private List<Entry> saying(List<Entry> entries, String expected) {
        List<Entry> saying = holding(entries, expected);
        if (saying.isEmpty()) {
            saying = holding(
                    entries.stream()
                            .flatMap(entry -> beside(entry).stream())
                            .distinct()
                            .toList(),
                    expected);
        }
        if (saying.isEmpty()) {
            saying = holding(
                    entries.stream()
                            .flatMap(entry -> school(entry).stream())
                            .distinct()
                            .toList(),
                    expected);
        }
        return saying.stream().limit(MOST_NAMED).toList();
    }

    private static List<Entry> holding(List<Entry> entries, String expected) {
        return entries.stream().filter(entry -> holds(entry, expected)).toList();
    }

    private static boolean holds(Entry entry, String expected) {
        return Numbers.in(expected).stream().anyMatch(entry::isSaidAs)
                || Numbers.plain(expected).filter(entry::hasNumber).isPresent();
    }

    private List<Entry> likely(String expected, String around) {
        Set<Entry> holding = new LinkedHashSet<>();
        Numbers.in(expected).forEach(printed -> holding.addAll(byDigits.getOrDefault(printed.digits(), List.of())));
        Numbers.plain(expected)
                .ifPresent(number -> byId.values().stream()
                        .filter(entry -> entry.numbers().stream().anyMatch(own -> own.compareTo(number) == 0))
                        .forEach(holding::add));
        String said = around.toLowerCase(Locale.ROOT);
        int best = holding.stream().mapToInt(entry -> fit(entry, said)).max().orElse(0);
        return best == 0
                ? List.of()
                : holding.stream()
                        .filter(entry -> fit(entry, said) == best)
                        .limit(MOST_NAMED)
                        .toList();
    }

    /** How well words agree with what a figure is about; 0 where they do not name its measure or source. */
    private int fit(Entry entry, String around) {
        FigureLine line = entry.line();
        boolean measure = !line.measureTitle().isEmpty() && says(around, line.measureTitle());
        boolean source = line.measureTitle().isEmpty() && says(around, words.name(line.source()));
        if (!measure && !source) {
            return 0;
        }
        return 4
                + (says(around, line.cohortName()) ? 4 : line.grouping().equals(SCHOOL) ? 3 : 0)
                + (says(around, line.kind()) ? 2 : 0)
                + (says(around, line.periodTitle()) ? 2 : entry.id().contains("/") ? 0 : 1);
    }

    private static boolean says(String words, String name) {
        return !name.isBlank() && words.contains(name.toLowerCase(Locale.ROOT));
    }
}
