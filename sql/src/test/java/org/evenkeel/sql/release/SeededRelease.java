package org.evenkeel.sql.release;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Releases made by seed: every state of a figure, awkward texts, absent parts, any number of decimals. */
public final class SeededRelease {
    private static final List<String> AWKWARD =
            List.of("", "plain", "Zoë's “school”", "a,b;\"c\"\n\td\\.", "  spaces  ", "年级 🎓", "\\N", "NULL", "'; --");

    private static final List<ReleaseFigure.State> STATES = List.of(ReleaseFigure.State.values());

    private final Random random;

    private SeededRelease(long seed) {
        this.random = new Random(seed);
    }

    /** A release of a seed, about a term with a number, under an id. */
    public static PublishedRelease of(long seed, String id, int term) {
        return new SeededRelease(seed).release(id, term, Optional.empty(), 4, 5);
    }

    /** A release about the weeks of a month of a term. */
    public static PublishedRelease ofMonth(long seed, String id, int term, YearMonth month) {
        return new SeededRelease(seed).release(id, term, Optional.of(month), 4, 5);
    }

    /** A release of at least so many figures. */
    public static PublishedRelease ofFigures(long seed, String id, int figures) {
        return new SeededRelease(seed).release(id, 1, Optional.empty(), figures / 100 + 1, 10);
    }

    /** The id of a term with a number. */
    public static String termId(int term) {
        return "term-" + term;
    }

    /** The first day of a term with a number. */
    public static LocalDate firstDay(int term) {
        return LocalDate.of(2025, 1, 6).plusWeeks(20L * term);
    }

    private PublishedRelease release(String id, int term, Optional<YearMonth> month, int cohortCount, int periodCount) {
        List<ReleaseTerm> terms = IntStream.rangeClosed(0, term)
                .mapToObj(number -> new ReleaseTerm(
                        termId(number),
                        number,
                        firstDay(number),
                        firstDay(number).plusWeeks(14),
                        firstDay(number).plusWeeks(16)))
                .toList();
        List<ReleaseExam> exams = terms.stream()
                .map(each -> new ReleaseExam(each.id(), each.to().minusDays(9), each.to()))
                .toList();
        List<ReleasePeriod> periods = IntStream.range(0, periodCount)
                .mapToObj(number -> new ReleasePeriod(
                        termId(term) + "/" + number,
                        number,
                        termId(term),
                        number == 0 ? Optional.empty() : Optional.of("2026-W" + (10 + number)),
                        firstDay(term).plusWeeks(number),
                        firstDay(term).plusWeeks(number + 1L)))
                .toList();
        List<ReleaseSource> sources = List.of(
                new ReleaseSource("survey", 0, "survey", "identified"),
                new ReleaseSource("poll", 1, "check-in", "unlinked"));
        List<ReleaseMeasure> measures = List.of(measure(0), measure(1));
        List<ReleaseCohort> cohorts = IntStream.range(0, cohortCount)
                .mapToObj(number -> new ReleaseCohort(
                        "year=" + number, number, "year", text(), random.nextBoolean() ? "reported" : "roll-up"))
                .toList();
        List<ReleaseFigureKind> kinds = IntStream.range(0, 5)
                .mapToObj(number -> new ReleaseFigureKind(
                        "kind-" + number,
                        number,
                        text(),
                        List.of("points", "percent").get(number % 2)))
                .toList();
        List<ReleaseFigure> figures = figures(cohorts, periods, kinds, measures);
        return new PublishedRelease(
                new ReleaseHeader(
                        id,
                        "Northfield",
                        termId(term),
                        month,
                        Instant.ofEpochSecond(1_790_000_000L + random.nextInt(1_000_000), random.nextInt(999_999_999)),
                        ZoneId.of(random.nextBoolean() ? "Europe/London" : "Asia/Kathmandu"),
                        10 + random.nextInt(5),
                        "census",
                        maybe(),
                        "0.1.0",
                        "c".repeat(64),
                        "i".repeat(64)),
                presentation(),
                shuffled(terms),
                shuffled(exams),
                shuffled(periods),
                shuffled(sources),
                shuffled(measures),
                shuffled(cohorts),
                shuffled(conditions(cohorts)),
                shuffled(kinds),
                shuffled(figures),
                flags(figures),
                findings(figures),
                analysis(periods),
                shuffled(audits(periods, measures)),
                List.of(
                        new ReleaseFact("audit", 0, "certificate", "x".repeat(random.nextInt(5000))),
                        new ReleaseFact("audit", 1, text(), text()),
                        new ReleaseFact("export", 0, text(), text())));
    }

    private List<ReleaseCondition> conditions(List<ReleaseCohort> cohorts) {
        return cohorts.stream()
                .flatMap(cohort -> IntStream.range(0, random.nextInt(3))
                        .mapToObj(number -> new ReleaseCondition(cohort.key(), "year", text() + number, maybe())))
                .toList();
    }

    private List<ReleaseAudit> audits(List<ReleasePeriod> periods, List<ReleaseMeasure> measures) {
        List<ReleaseAudit> audits = new ArrayList<>();
        for (ReleasePeriod period : periods) {
            audits.add(new ReleaseAudit(
                    audits.size(),
                    "survey",
                    random.nextBoolean() ? Optional.of(measures.get(0).key()) : Optional.empty(),
                    period.key(),
                    1 + random.nextInt(40),
                    10 + random.nextInt(5),
                    random.nextInt(9)));
        }
        return audits;
    }

    private ReleaseMeasure measure(int number) {
        boolean important = random.nextBoolean();
        return new ReleaseMeasure(
                "survey/scale-" + number,
                number,
                "survey",
                text(),
                "stress",
                "higher-is-worse",
                "points",
                BigDecimal.valueOf(random.nextInt(3)),
                BigDecimal.valueOf(40 + random.nextInt(60), random.nextInt(2)).add(BigDecimal.TEN),
                maybe(),
                maybe(),
                text(),
                1 + random.nextInt(20),
                text(),
                random.nextBoolean() ? Optional.of(BigDecimal.valueOf(random.nextInt(40))) : Optional.empty(),
                important ? Optional.of(BigDecimal.valueOf(1 + random.nextInt(40), 1)) : Optional.empty(),
                important ? Optional.of(text()) : Optional.empty());
    }

    private List<ReleaseFigure> figures(
            List<ReleaseCohort> cohorts,
            List<ReleasePeriod> periods,
            List<ReleaseFigureKind> kinds,
            List<ReleaseMeasure> measures) {
        List<ReleaseFigure> figures = new ArrayList<>();
        for (ReleaseCohort cohort : cohorts) {
            for (ReleasePeriod period : periods) {
                for (ReleaseFigureKind kind : kinds) {
                    for (ReleaseMeasure measure : measures) {
                        figures.add(figure(figures.size(), kind, Optional.of(measure.key()), period, cohort));
                    }
                }
            }
            figures.add(figure(figures.size(), kinds.get(0), Optional.empty(), periods.get(0), cohort));
        }
        return figures;
    }

    private ReleaseFigure figure(
            int order, ReleaseFigureKind kind, Optional<String> measure, ReleasePeriod period, ReleaseCohort cohort) {
        ReleaseFigure.State state = STATES.get(order % STATES.size());
        int decimals = random.nextInt(7);
        boolean shown = state == ReleaseFigure.State.SHOWN;
        boolean interval = shown && random.nextBoolean();
        boolean banded = state == ReleaseFigure.State.BANDED;
        boolean openBelow = random.nextBoolean();
        return new ReleaseFigure(
                "F%06d".formatted(order),
                order,
                kind.code(),
                "survey",
                measure,
                period.key(),
                cohort.key(),
                state,
                number(shown, 0, decimals),
                number(interval, -1_000_000, decimals),
                number(interval, 1_000_000, decimals),
                number(banded && !openBelow, 0, decimals),
                number(banded && openBelow, 5, decimals),
                interval ? Optional.of(BigDecimal.valueOf(5, decimals)) : Optional.empty(),
                decimals,
                maybe(),
                shown
                        ? Optional.of(
                                random.nextBoolean() ? ReleaseFigure.Target.DESCRIPTIVE : ReleaseFigure.Target.ANALYTIC)
                        : Optional.empty());
    }

    private Optional<BigDecimal> number(boolean present, int around, int decimals) {
        return present
                ? Optional.of(BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, decimals)
                        .add(BigDecimal.valueOf(around)))
                : Optional.empty();
    }

    private List<ReleaseFlag> flags(List<ReleaseFigure> figures) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(number -> new ReleaseFlag(
                        number, "year=0", "survey/scale-1", number == 0 ? "red" : "amber", text(), evidence(figures)))
                .toList();
    }

    private List<ReleaseFinding> findings(List<ReleaseFigure> figures) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(number -> new ReleaseFinding(number, "stress", "probable", text(), evidence(figures)))
                .toList();
    }

    private ReleasePresentation presentation() {
        byte[] image = new byte[random.nextInt(2000)];
        random.nextBytes(image);
        return new ReleasePresentation(
                random.nextBoolean() ? Locale.US : Locale.forLanguageTag("es"),
                random.nextBoolean() ? ReleasePresentation.Paper.A4 : ReleasePresentation.Paper.LETTER,
                random.nextBoolean() ? List.of() : List.of("#1f3a5f", "#b5562b"),
                random.nextBoolean() ? Optional.empty() : Optional.of(new ReleasePresentation.Logo("image/png", image)),
                some(place -> new ReleasePresentation.Contact(
                        random.nextBoolean() ? ReleasePresentation.Purpose.CRISIS : ReleasePresentation.Purpose.REPORT,
                        text(),
                        text())));
    }

    private ReleaseAnalysis analysis(List<ReleasePeriod> periods) {
        return new ReleaseAnalysis(
                some(place -> new ReleaseStanding(
                        place,
                        "survey/scale-1",
                        "year=0",
                        3,
                        points(place),
                        points(place - 1),
                        points(place + 1),
                        1,
                        points(1),
                        5 * random.nextInt(20),
                        random.nextBoolean() ? Optional.empty() : Optional.of(new ReleaseStanding.Ranks(1, 1 + place)),
                        random.nextBoolean() ? "red" : "none")),
                some(place -> new ReleaseBand(
                        place, "survey/scale-1", "year=0", random.nextInt(5) - 2, points(3), points(1), text())),
                some(place -> new ReleaseControl(
                        place,
                        "survey/scale-1",
                        "year=0",
                        periods.get(0).key(),
                        random.nextBoolean() ? ReleaseControl.Phase.BASELINE : ReleaseControl.Phase.WATCHED,
                        points(place),
                        random.nextBoolean()
                                ? Optional.empty()
                                : Optional.of(new ReleaseControl.Limits(points(place - 1), points(place + 1))),
                        1,
                        random.nextBoolean() ? ReleaseControl.Signal.USUAL : ReleaseControl.Signal.UNUSUAL)),
                some(place ->
                        new ReleaseFunnel(place, "survey/scale-1", "year", 4, points(17), points(6), points(place), 1)),
                some(place -> new ReleaseBenchmark(
                        place,
                        "survey/scale-1",
                        points(16),
                        1,
                        text(),
                        "2024",
                        text(),
                        LocalDate.of(2026, 1, 1 + place))),
                some(this::changeSize));
    }

    private ReleaseChangeSize changeSize(int place) {
        Optional<ReleaseChangeSize.Size> effect =
                random.nextBoolean() ? Optional.empty() : Optional.of(size(place, Optional.empty()));
        return new ReleaseChangeSize(
                place,
                "change",
                "survey/scale-1",
                "year=0",
                size(place, Optional.of(points(place - 1))),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(new ReleaseChangeSize.Multiple(
                                points(3), text(), size(place, Optional.of(points(place - 2))))),
                effect,
                effect.isPresent() ? Optional.empty() : Optional.of(text()));
    }

    private static ReleaseChangeSize.Size size(int points, Optional<BigDecimal> lower) {
        return new ReleaseChangeSize.Size(points(points), lower, lower.map(end -> points(points + 1)), 1);
    }

    private <T> List<T> some(IntFunction<T> entry) {
        return IntStream.range(0, random.nextInt(4)).mapToObj(entry).toList();
    }

    private static BigDecimal points(int points) {
        return BigDecimal.valueOf(10L * points + 5, 1);
    }

    private List<String> evidence(List<ReleaseFigure> figures) {
        return random.ints(random.nextInt(4), 0, figures.size())
                .mapToObj(place -> figures.get(place).id())
                .toList();
    }

    private <T> List<T> shuffled(List<T> entries) {
        List<T> copy = new ArrayList<>(entries);
        Collections.shuffle(copy, random);
        return copy;
    }

    private Optional<String> maybe() {
        return random.nextBoolean() ? Optional.of(text()) : Optional.empty();
    }

    private String text() {
        return AWKWARD.get(random.nextInt(AWKWARD.size())) + AWKWARD.get(random.nextInt(AWKWARD.size()));
    }
}
