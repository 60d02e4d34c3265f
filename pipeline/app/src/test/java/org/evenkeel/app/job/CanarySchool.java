package org.evenkeel.app.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.evenkeel.app.config.Configuration;
import org.evenkeel.core.cell.CellKey;
import org.evenkeel.core.cell.Cells;
import org.evenkeel.core.cell.ItemMoments;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.cell.RespondentsKey;
import org.evenkeel.core.cohort.Profile;
import org.evenkeel.core.cohort.Profiles;
import org.evenkeel.core.disclosure.Crowds;
import org.evenkeel.core.disclosure.Disclosure;
import org.evenkeel.core.disclosure.FigureKind;
import org.evenkeel.core.disclosure.Release;
import org.evenkeel.core.instrument.Lattice;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.statistics.AskedMeasures;
import org.evenkeel.core.statistics.EarlierTerm;
import org.evenkeel.core.statistics.GroupData;
import org.evenkeel.core.statistics.Observations;
import org.evenkeel.core.statistics.TermCells;
import org.evenkeel.core.statistics.YearLabels;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.IsoWeek;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.ReleaseSubject;
import org.evenkeel.core.study.Rhythm;
import org.evenkeel.core.study.Source;
import org.evenkeel.core.study.Term;
import org.evenkeel.reports.Reports;
import org.evenkeel.sql.Mart;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.Releases;

/**
 * A school whose cells are made by hand, of values nobody could mistake for another: what stands behind the wall is known to
 * the digit. It is released the real way: disclosure, publication, mart, reports. Years 3 and 4 are too few, South of Year 2 answered
 * too rarely.
 */
final class CanarySchool {
    /** As the version draws that made its releases, with nobody to be warned. */
    static final Reports.Drawing DRAWING = new Reports.Drawing("0.1.0", warning -> {});

    /** What stands behind the wall: two worlds that look the same from outside. */
    enum Behind {
        THIS,
        THAT
    }

    private static final YearMonth MONTH = YearMonth.of(2027, 2);
    private static final List<String> WEEKS = List.of("2027-W05", "2027-W06", "2027-W07", "2027-W10");
    private static final String STUDY = """
            study: Canary School
            timezone: UTC
            census: true
            terms:
              - { id: 2026-autumn, from: 2026-09-07, to: 2026-12-18, cut-off: 2027-01-08 }
              - { id: 2027-spring, from: 2027-01-11, to: 2027-03-26, cut-off: 2027-04-09 }
            releases: { weekly: monthly }
            headcounts: headcounts.csv
            cohorts:
              attributes: [year, campus]
              report: [school, year, year x campus]
            sources:
              survey: { exports: exports/survey/*, respondent: student, instruments: [pss-10, odd] }
              checkin: { exports: exports/checkin/*, rhythm: check-in, respondent: student, items: { pulse: pulse } }
            """;

    /** Scores in the thousands, with a digit after the point: no length on a page or in a workbook is written so. */
    private static final String ODD = """
            id: odd
            title: Oddity
            version: "1"
            items: [odd_1, odd_2, odd_3]
            range: { lowest: 0, highest: 9 }
            scales:
              - id: odd
                title: Oddity
                theme: distress
                aggregate: mean
                multiplier: 1000
                minimum-answered: 3
                direction: higher-is-worse
                at-risk: { at-least: 6000, basis: convention, source: "Made for a test" }
            licence: { terms: CC0 1.0, holder: the project }
            references: ["Made for a test"]
            examples:
              - { answers: [1, 2, 3], scores: { odd: 2000 }, at-risk: { odd: false } }
              - { answers: [9, 9, 9], scores: { odd: 9000 }, at-risk: { odd: true } }
            """;

    private static final String PULSE = """
            id: pulse
            title: Pulse
            version: "1"
            items: [pulse]
            range: { lowest: 0, highest: 9 }
            scales:
              - id: pulse
                title: Pulse
                theme: wellbeing
                aggregate: sum
                multiplier: 1000
                minimum-answered: 1
                direction: higher-is-better
            licence: { terms: CC0 1.0, holder: the project }
            references: ["Made for a test"]
            examples:
              - { answers: [3], scores: { pulse: 3000 } }
              - { answers: [9], scores: { pulse: 9000 } }
            """;

    private static final AttributeId YEAR = new AttributeId("year");
    private static final AttributeId CAMPUS = new AttributeId("campus");

    private final Configuration configuration;
    private final Behind behind;
    private final AskedMeasures asked;
    private final List<GroupData> groups = new ArrayList<>();

    private CanarySchool(Configuration configuration, Behind behind) {
        this.configuration = configuration;
        this.behind = behind;
        this.asked = new AskedMeasures(configuration.catalogue());
    }

    /** The school's study in this folder. */
    static CanarySchool in(Path folder, Behind behind) {
        write(folder.resolve("study.yaml"), STUDY);
        write(folder.resolve("instruments/odd.yaml"), ODD);
        write(folder.resolve("instruments/pulse.yaml"), PULSE);
        List<String> headcounts = new ArrayList<>(List.of("term,year,campus,students"));
        for (String term : List.of("2026-autumn", "2027-spring")) {
            for (Group group : Group.values()) {
                headcounts.add(String.join(",", term, group.year, group.campus, Long.toString(group.students)));
            }
        }
        write(folder.resolve("headcounts.csv"), SmallStudy.lines(headcounts));
        return new CanarySchool(Configuration.load(SmallStudy.HOME, folder), behind);
    }

    private static void write(Path file, String content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The finest groups: all that there is to know about each, in one world and in the other. */
    private enum Group {
        NORTH_1("1", "North", 59_833, 41_231, 41_231),
        SOUTH_1("1", "South", 57_121, 38_783, 38_783),
        NORTH_2("2", "North", 61_253, 45_557, 45_557),
        SOUTH_2("2", "South", 99_991, 15_487, 15_487),
        NORTH_3("3", "North", 12, 7, 8),
        NORTH_4("4", "North", 12, 8, 7);

        private final String year;
        private final String campus;
        private final long students;
        private final long here;
        private final long there;

        Group(String year, String campus, long students, long here, long there) {
            this.year = year;
            this.campus = campus;
            this.students = students;
            this.here = here;
            this.there = there;
        }

        long respondents(Behind behind) {
            return switch (behind) {
                case THIS -> here;
                case THAT -> there;
            };
        }

        boolean small() {
            return students < 100;
        }

        Profile profile() {
            return Profile.of(Map.of(YEAR, year, CAMPUS, campus));
        }
    }

    /** What a group's answers come to: one world's mean, the other's, and how they spread. */
    private record Answers(String here, String there, String spread, double atRisk) {
        double mean(Behind behind) {
            return Double.parseDouble(
                    switch (behind) {
                        case THIS -> here;
                        case THAT -> there;
                    });
        }
    }

    private static Answers answers(String scale, Group group) {
        return switch (scale) {
            case "odd" ->
                switch (group) {
                    case NORTH_1 -> new Answers("6123.4567", "6123.5172", "1434.5678", 0.48812);
                    case SOUTH_1 -> new Answers("3987.6543", "3987.6917", "1561.2345", 0.12345);
                    case NORTH_2 -> new Answers("4012.3456", "4012.3819", "1512.3456", 0.13571);
                    case SOUTH_2 -> new Answers("5234.5671", "5234.5193", "1478.9123", 0.27183);
                    case NORTH_3 -> new Answers("1234.5678", "8123.9876", "1287.6543", 0.28);
                    case NORTH_4 -> new Answers("7654.3219", "2345.6789", "1398.7654", 0.5);
                };
            case "pss-10" ->
                switch (group) {
                    case NORTH_1 -> new Answers("19.87654", "19.87671", "6.54321", 0.41);
                    case SOUTH_1 -> new Answers("17.65432", "17.65447", "6.43217", 0.31);
                    case NORTH_2 -> new Answers("18.76543", "18.76557", "6.32178", 0.36);
                    case SOUTH_2 -> new Answers("20.98765", "20.98779", "6.21789", 0.47);
                    case NORTH_3 -> new Answers("23.4567", "31.97531", "5.67891", 0.6);
                    case NORTH_4 -> new Answers("29.53197", "12.34567", "5.78912", 0.4);
                };
            default ->
                switch (group) {
                    case NORTH_1 -> new Answers("5432.1987", "5432.2317", "1321.9876", 0);
                    case SOUTH_1 -> new Answers("4321.9876", "4321.9513", "1219.8765", 0);
                    case NORTH_2 -> new Answers("6543.2198", "6543.1979", "1198.7654", 0);
                    case SOUTH_2 -> new Answers("3219.8765", "3219.9137", "1187.6543", 0);
                    case NORTH_3 -> new Answers("2198.7654", "7219.8765", "1176.5432", 0);
                    case NORTH_4 -> new Answers("7198.7654", "2876.5432", "1165.4321", 0);
                };
        };
    }

    private static Moments moments(Lattice lattice, long count, Answers answers, Behind behind, double moved) {
        BigDecimal people = BigDecimal.valueOf(count);
        BigDecimal unit = BigDecimal.valueOf(lattice.denominator());
        BigDecimal mean = BigDecimal.valueOf(answers.mean(behind) + moved);
        BigDecimal spread = new BigDecimal(answers.spread());
        BigDecimal squares = mean.multiply(mean)
                .multiply(people)
                .add(spread.multiply(spread).multiply(people.subtract(BigDecimal.ONE)));
        return new Moments(
                count,
                whole(mean.multiply(people).multiply(unit)),
                whole(squares.multiply(unit).multiply(unit)),
                Math.round(answers.atRisk() * count));
    }

    private static BigInteger whole(BigDecimal number) {
        return number.setScale(0, RoundingMode.HALF_EVEN).toBigIntegerExact();
    }

    /** The cells of a term, all moved by so much of their spread. */
    private TermCells cells(Term term, double moved) {
        List<Profile> profiles =
                Stream.of(Group.values()).map(Group::profile).sorted().toList();
        Map<RespondentsKey, Long> respondents = new HashMap<>();
        Map<CellKey, Moments> moments = new HashMap<>();
        Map<CellKey, ItemMoments> items = new HashMap<>();
        for (Source source : configuration.study().sources()) {
            for (Period period : periods(source, term)) {
                for (Group group : Group.values()) {
                    int number = profiles.indexOf(group.profile());
                    long count = respondents(period, group);
                    respondents.put(new RespondentsKey(source.id(), period, number), count);
                    for (Scale scale : asked.of(source)) {
                        CellKey key = new CellKey(new Measure(source.id(), scale.id()), period, number);
                        Answers answers = answers(scale.id().value(), group);
                        Lattice lattice = source.rhythm() == Rhythm.SURVEY
                                ? scale.lattice()
                                : scale.lattice().ofMeans();
                        double by = moved * Double.parseDouble(answers.spread())
                                + period.week().map(IsoWeek::week).orElse(0)
                                        * scale.lattice().highestPoints()
                                        / 200;
                        moments.put(key, moments(lattice, count, answers, behind, by));
                        if (source.rhythm() == Rhythm.SURVEY) {
                            items.put(key, sheets(scale, count));
                        }
                    }
                }
            }
        }
        return new TermCells(
                term, new Profiles(term.id(), profiles), new Cells(respondents, moments, Map.of(), items, Map.of()));
    }

    private long respondents(Period period, Group group) {
        long more = period.week().isPresent() && group.small() ? 6 : 0;
        return group.respondents(behind) + more;
    }

    private static List<Period> periods(Source source, Term term) {
        List<Period> periods = new ArrayList<>(List.of(Period.of(term.id())));
        if (source.rhythm() == Rhythm.CHECK_IN && term.id().value().equals("2027-spring")) {
            WEEKS.forEach(week -> periods.add(Period.of(term.id(), IsoWeek.parse(week))));
        }
        return periods;
    }

    /** Complete sheets whose items follow one another, more or less. */
    private static ItemMoments sheets(Scale scale, long count) {
        int items = scale.items().size();
        ItemMoments sum = ItemMoments.empty(items);
        for (int sheet = 0; sheet < count / 1000 + 7; sheet++) {
            List<Long> values = new ArrayList<>();
            for (int item = 0; item < items; item++) {
                values.add((long) (sheet + (sheet * (item + 3)) % 4) % 9);
            }
            List<Long> products = new ArrayList<>();
            for (int row = 0; row < items; row++) {
                for (int column = row; column < items; column++) {
                    products.add(values.get(row) * values.get(column));
                }
            }
            sum = sum.plus(new ItemMoments(1, values, products));
        }
        return sum;
    }

    /** Publishes the autumn, the weeks of a month of the spring, and the spring; draws what the spring has of reports. */
    List<PublishedRelease> released() {
        Term autumn = configuration.study().calendar().terms().get(0);
        Term spring = configuration.study().calendar().terms().get(1);
        TermCells before = cells(autumn, -0.3);
        TermCells now = cells(spring, 0);
        ReleaseSubject month = ReleaseSubject.of(spring.id(), MONTH);
        PublishedRelease first = release(ReleaseSubject.of(autumn.id()), before, Optional.empty(), period -> true);
        EarlierTerm earlier = new EarlierTerm(
                before,
                ShownTables.of(first).showing(FigureKind.MEAN),
                ShownTables.of(first).showing(FigureKind.SHARE_AT_RISK));
        List<PublishedRelease> made = List.of(
                first,
                release(month, now, Optional.empty(), month::covers),
                release(ReleaseSubject.of(spring.id()), now, Optional.of(earlier), period -> !month.covers(period)));
        try (Mart mart = Marts.open(configuration.file().mart(), Map.of())) {
            made.forEach(release -> mart.inTransaction(sql -> new Releases(sql).publish(release)));
            List<PublishedRelease> releases = mart.reading(sql -> new Releases(sql)
                    .list().stream()
                            .map(header -> new Releases(sql).find(header.id()).orElseThrow())
                            .toList());
            draw(releases.get(1), List.of());
            draw(releases.get(2), releases.subList(0, 2));
            return releases;
        }
    }

    private void draw(PublishedRelease release, List<PublishedRelease> history) {
        Reports.write(
                release,
                history,
                configuration
                        .folder()
                        .resolve("reports")
                        .resolve(release.header().id()),
                DRAWING);
    }

    private PublishedRelease release(
            ReleaseSubject subject, TermCells now, Optional<EarlierTerm> before, Predicate<Period> wanted) {
        List<GroupData> observed = Observations.of(configuration.study(), asked, now, before, wanted);
        groups.addAll(observed);
        Release release = new Disclosure(configuration.study().threshold(), FigureKind.STANDARD)
                .release(subject, observed, Crowds.first(now));
        String hash = "c".repeat(64);
        return Publication.of(
                subject.key() + "-cccccccccccc",
                configuration.study(),
                configuration.file().presentation(),
                configuration.catalogue(),
                release,
                before.map(then -> YearLabels.of(then.cells(), now)).orElse(YearLabels.UNKNOWN),
                List.of(),
                new Provenance("0.1.0", hash, hash, List.of()));
    }

    Configuration configuration() {
        return configuration;
    }

    /** Everything that was known of every group when it was released, shown or not. */
    List<GroupData> groups() {
        return Collections.unmodifiableList(groups);
    }

    /** The files that left the school. */
    List<Path> reports() {
        try (Stream<Path> files = Files.walk(configuration.folder().resolve("reports"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
