package org.evenkeel.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseAnalysis;
import org.evenkeel.sql.release.ReleaseAudit;
import org.evenkeel.sql.release.ReleaseCohort;
import org.evenkeel.sql.release.ReleaseCondition;
import org.evenkeel.sql.release.ReleaseExam;
import org.evenkeel.sql.release.ReleaseFact;
import org.evenkeel.sql.release.ReleaseFigure;
import org.evenkeel.sql.release.ReleaseFigure.State;
import org.evenkeel.sql.release.ReleaseFigureKind;
import org.evenkeel.sql.release.ReleaseFinding;
import org.evenkeel.sql.release.ReleaseFlag;
import org.evenkeel.sql.release.ReleaseHeader;
import org.evenkeel.sql.release.ReleaseMeasure;
import org.evenkeel.sql.release.ReleasePeriod;
import org.evenkeel.sql.release.ReleasePresentation;
import org.evenkeel.sql.release.ReleaseSource;
import org.evenkeel.sql.release.ReleaseTerm;

/**
 * A school that does not exist, with a release for each of its terms. Every number is invented by a fixed rule; nothing is
 * computed from answers, so tests of reports need no pipeline.
 *
 * @param name the school's name
 * @param terms how many terms have been published
 * @param years names of the years
 * @param campuses names of the campuses; one or none means that there is no such attribute
 * @param measures what is asked
 * @param shown whether anything may be shown at all
 * @param headcounts whether response rates are known
 * @param simulated the sentence that marks everything as simulated
 */
public record InventedSchool(
        String name,
        int terms,
        List<String> years,
        List<String> campuses,
        List<Asked> measures,
        Shown shown,
        Headcounts headcounts,
        Optional<String> simulated) {

    /** Whether figures are shown as a real release would, or all of them withheld. */
    public enum Shown {
        AS_USUAL,
        NOTHING
    }

    /** Whether it is known how many could have answered. */
    public enum Headcounts {
        KNOWN,
        UNKNOWN
    }

    /** How often a measure is asked. */
    public enum Asking {
        EVERY_TERM,
        EVERY_WEEK,
        /** Only in the newest term. */
        NEW_THIS_TERM
    }

    /** A measure with the level its invented values lie around. */
    public record Asked(
            String source,
            String scale,
            String title,
            String theme,
            String direction,
            int lowest,
            int highest,
            double level,
            double spread,
            int decimals,
            Optional<String> atRisk,
            double share,
            Asking asking) {
        String key() {
            return source + "/" + scale;
        }
    }

    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final Map<Term, PublishedRelease> INVENTED = new ConcurrentHashMap<>();
    private static final List<String> SEASONS = List.of("spring", "summer", "autumn");

    /** Four years, two campuses, three terms, nine measures: the size of a real medical school. */
    public static InventedSchool usual() {
        return new InventedSchool(
                "Northfield School of Medicine",
                3,
                List.of("Year 1", "Year 2", "Year 3", "Year 4"),
                List.of("North", "South"),
                usualMeasures(),
                Shown.AS_USUAL,
                Headcounts.KNOWN,
                Optional.of("Simulated data: no real student answered anything in this report."));
    }

    /** One open poll: K10 by study year and gender, one term, no respondent ids, no headcounts. */
    public static InventedSchool openPoll() {
        return new InventedSchool(
                "Open poll of six schools",
                1,
                List.of("1st year", "2nd year", "3rd year", "4th year", "5th year"),
                List.of("Female", "Male"),
                List.of(new Asked(
                        "open-poll",
                        "k10",
                        "Psychological distress (K10)",
                        "distress",
                        "higher-is-worse",
                        10,
                        50,
                        24.1,
                        7.9,
                        1,
                        Optional.of("K10 of 30 or more"),
                        24,
                        Asking.EVERY_TERM)),
                Shown.AS_USUAL,
                Headcounts.UNKNOWN,
                Optional.empty());
    }

    private static List<Asked> usualMeasures() {
        String survey = "term-survey";
        String checkin = "weekly-checkin";
        String worse = "higher-is-worse";
        String better = "higher-is-better";
        return List.of(
                new Asked(
                        survey,
                        "pss-10",
                        "Perceived stress (PSS-10)",
                        "stress",
                        worse,
                        0,
                        40,
                        18.6,
                        6.4,
                        1,
                        Optional.of("PSS-10 of 27 or more"),
                        14,
                        Asking.EVERY_TERM),
                new Asked(
                        checkin,
                        "stress",
                        "Stress this week",
                        "stress",
                        worse,
                        0,
                        10,
                        5.2,
                        2.1,
                        1,
                        Optional.empty(),
                        0,
                        Asking.EVERY_WEEK),
                new Asked(
                        survey,
                        "uwes-3s",
                        "Study engagement (UWES-3S)",
                        "engagement",
                        better,
                        0,
                        6,
                        3.6,
                        1.2,
                        2,
                        Optional.empty(),
                        0,
                        Asking.EVERY_TERM),
                new Asked(
                        checkin,
                        "energy",
                        "Energy this week",
                        "engagement",
                        better,
                        0,
                        10,
                        5.8,
                        1.9,
                        1,
                        Optional.empty(),
                        0,
                        Asking.EVERY_WEEK),
                new Asked(
                        survey,
                        "olbi-s/exhaustion",
                        "Exhaustion (OLBI-S)",
                        "burnout",
                        worse,
                        1,
                        4,
                        2.5,
                        0.5,
                        2,
                        Optional.of("Exhaustion of 2.25 or more"),
                        61,
                        Asking.EVERY_TERM),
                new Asked(
                        survey,
                        "olbi-s/disengagement",
                        "Disengagement (OLBI-S)",
                        "burnout",
                        worse,
                        1,
                        4,
                        2.2,
                        0.5,
                        2,
                        Optional.of("Disengagement of 2.1 or more"),
                        52,
                        Asking.EVERY_TERM),
                new Asked(
                        survey,
                        "who-5",
                        "Wellbeing (WHO-5)",
                        "wellbeing",
                        better,
                        0,
                        100,
                        54,
                        19,
                        0,
                        Optional.of("WHO-5 of 50 or less"),
                        38,
                        Asking.EVERY_TERM),
                new Asked(
                        survey,
                        "ucla-3",
                        "Loneliness (UCLA-3)",
                        "connection",
                        worse,
                        3,
                        9,
                        5.1,
                        1.7,
                        1,
                        Optional.of("UCLA-3 of 6 or more"),
                        33,
                        Asking.NEW_THIS_TERM),
                new Asked(
                        checkin,
                        "peer-contact",
                        "Contact with peers this week",
                        "connection",
                        better,
                        0,
                        10,
                        6.1,
                        2.0,
                        1,
                        Optional.empty(),
                        0,
                        Asking.EVERY_WEEK));
    }

    /** The same school under another name. */
    public InventedSchool named(String other) {
        return new InventedSchool(other, terms, years, campuses, measures, shown, headcounts, simulated);
    }

    /** The same school after another number of terms. */
    public InventedSchool afterTerms(int number) {
        return new InventedSchool(name, number, years, campuses, measures, shown, headcounts, simulated);
    }

    /** The same school with other years. */
    public InventedSchool withYears(List<String> others) {
        return new InventedSchool(name, terms, others, campuses, measures, shown, headcounts, simulated);
    }

    /** The same school with other campuses. */
    public InventedSchool withCampuses(List<String> others) {
        return new InventedSchool(name, terms, years, others, measures, shown, headcounts, simulated);
    }

    /** The same school asking other things. */
    public InventedSchool asking(List<Asked> others) {
        return new InventedSchool(name, terms, years, campuses, others, shown, headcounts, simulated);
    }

    /** The same school, of which nothing may be shown. */
    public InventedSchool withNothingShown() {
        return new InventedSchool(name, terms, years, campuses, measures, Shown.NOTHING, headcounts, simulated);
    }

    /** The same school, where nobody knows how many could have answered. */
    public InventedSchool withoutHeadcounts() {
        return new InventedSchool(name, terms, years, campuses, measures, shown, Headcounts.UNKNOWN, simulated);
    }

    /** The same school without the mark of a simulation. */
    public InventedSchool real() {
        return new InventedSchool(name, terms, years, campuses, measures, shown, headcounts, Optional.empty());
    }

    /** This school with {@code -Pproof}; in every build the same school with two years and every second measure, of each theme one at least. */
    public InventedSchool sampled() {
        if (System.getProperty("evenkeel.proof", "sample").equals("full")) {
            return this;
        }
        Set<String> themes = new HashSet<>();
        List<Asked> fewer = IntStream.range(0, measures.size())
                .filter(place -> themes.add(measures.get(place).theme()) || place % 2 == 0)
                .mapToObj(measures::get)
                .toList();
        return asking(fewer).withYears(years.subList(0, Math.min(2, years.size())));
    }

    /** The newest release. */
    public PublishedRelease latest() {
        return release(terms - 1);
    }

    /** The releases of the terms before, newest last. */
    public List<PublishedRelease> history() {
        List<PublishedRelease> releases = new ArrayList<>();
        for (int i = 0; i < terms - 1; i++) {
            releases.add(release(i));
        }
        return releases;
    }

    /** The weeks of the newest term that end in this month, published before the term. */
    public PublishedRelease weeks(YearMonth month) {
        return only(latest(), Optional.of(month), period -> period.week().isPresent() && endsIn(period, month));
    }

    /** The newest release without the weeks that end in one of these months. */
    public PublishedRelease latestWithout(List<YearMonth> months) {
        return only(
                latest(),
                Optional.empty(),
                period -> period.week().isEmpty() || months.stream().noneMatch(month -> endsIn(period, month)));
    }

    private static boolean endsIn(ReleasePeriod week, YearMonth month) {
        return YearMonth.from(week.to()).equals(month);
    }

    private static PublishedRelease only(
            PublishedRelease whole, Optional<YearMonth> month, Predicate<ReleasePeriod> wanted) {
        List<ReleasePeriod> periods = whole.periods().stream().filter(wanted).toList();
        Set<String> keys = periods.stream().map(ReleasePeriod::key).collect(Collectors.toSet());
        List<ReleaseFigure> figures = whole.figures().stream()
                .filter(figure -> keys.contains(figure.period()))
                .toList();
        Set<String> sources = figures.stream().map(ReleaseFigure::source).collect(Collectors.toSet());
        ReleaseHeader header = whole.header();
        return new PublishedRelease(
                new ReleaseHeader(
                        month.map(one -> header.term() + "-" + one + "-0123456789ab")
                                .orElse(header.id()),
                        header.study(),
                        header.term(),
                        month,
                        header.asOf(),
                        header.zone(),
                        header.threshold(),
                        header.coverage(),
                        header.simulated(),
                        header.version(),
                        header.configurationHash(),
                        header.inputHash()),
                whole.presentation(),
                whole.terms(),
                whole.exams(),
                periods,
                whole.sources().stream()
                        .filter(source -> sources.contains(source.id()))
                        .toList(),
                whole.measures().stream()
                        .filter(measure -> sources.contains(measure.source()))
                        .toList(),
                whole.cohorts(),
                whole.conditions(),
                whole.kinds(),
                figures,
                month.isPresent() ? List.of() : whole.flags(),
                month.isPresent() ? List.of() : whole.findings(),
                only(whole.analysis(), keys, month),
                whole.audits().stream()
                        .filter(audit -> keys.contains(audit.period()))
                        .toList(),
                whole.facts());
    }

    /** Weeks have what was to be expected of them in the release that holds them; all else comes with the term. */
    private static ReleaseAnalysis only(ReleaseAnalysis whole, Set<String> periods, Optional<YearMonth> month) {
        boolean weeks = month.isPresent();
        return new ReleaseAnalysis(
                weeks ? List.of() : whole.standings(),
                weeks ? List.of() : whole.bands(),
                whole.controls().stream()
                        .filter(control -> periods.contains(control.period()))
                        .toList(),
                weeks ? List.of() : whole.funnels(),
                weeks ? List.of() : whole.benchmarks(),
                weeks ? List.of() : whole.changes());
    }

    // ---- calendar

    private String termId(int index) {
        int back = terms - 1 - index;
        int place = 2 - back % 3;
        return (2026 - back / 3) + "-" + SEASONS.get(place);
    }

    private LocalDate termStart(int index) {
        int back = terms - 1 - index;
        int year = 2026 - back / 3;
        LocalDate start = switch (2 - back % 3) {
            case 0 -> LocalDate.of(year, 1, 8);
            case 1 -> LocalDate.of(year, 4, 20);
            default -> LocalDate.of(year, 9, 7);
        };
        return start.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }

    private ReleaseTerm term(int index) {
        LocalDate start = termStart(index);
        return new ReleaseTerm(
                termId(index), index, start, start.plusDays(14 * 7 + 4), start.plusDays(14 * 7 + 4 + 21));
    }

    // ---- one release

    /** The same school and term are the same release, which is invented once. */
    private PublishedRelease release(int index) {
        return INVENTED.computeIfAbsent(new Term(this, index), Term::release);
    }

    private record Term(InventedSchool school, int index) {
        PublishedRelease release() {
            return school.invented(index);
        }
    }

    private PublishedRelease invented(int index) {
        List<ReleaseTerm> terms = new ArrayList<>();
        List<ReleaseExam> exams = new ArrayList<>();
        for (int i = 0; i <= index; i++) {
            ReleaseTerm term = term(i);
            terms.add(term);
            exams.add(new ReleaseExam(term.id(), term.to().minusDays(11), term.to()));
        }
        ReleaseTerm own = terms.get(index);
        List<ReleasePeriod> periods = periods(own);
        List<ReleaseCohort> cohorts = cohorts();
        List<Asked> asked = measures.stream()
                .filter(measure -> measure.asking() != Asking.NEW_THIS_TERM || index == this.terms - 1)
                .toList();
        List<ReleaseMeasure> listed = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            listed.add(measure(asked.get(i), i));
        }
        List<ReleaseSource> sources = sources(asked);
        List<ReleaseFigure> figures = new Figures(index, own, periods, cohorts, asked, sources).all();
        ReleaseHeader header = new ReleaseHeader(
                own.id() + "-" + String.format(Locale.ROOT, "%012x", 0x51f3_9a20L * 7919 * (index + 1)),
                name,
                own.id(),
                Optional.empty(),
                own.cutOff().atTime(12, 0).toInstant(ZoneOffset.UTC),
                ZONE,
                10,
                headcounts == Headcounts.KNOWN ? "census" : "sample",
                simulated,
                "0.1.0",
                "4f1d8a0c".repeat(8),
                "9b27e6d5".repeat(8));
        return new PublishedRelease(
                header,
                ReleasePresentation.PLAIN,
                terms,
                exams,
                periods,
                sources,
                listed,
                cohorts,
                conditions(cohorts),
                kinds(),
                figures,
                flags(cohorts, listed, figures),
                findings(listed, figures),
                new InventedAnalysis(asked, cohorts, periods, InventedAnalysis.means(figures), 15 * index).release(),
                audits(figures),
                facts());
    }

    /** The conditions that the keys of invented cohorts speak of. */
    private static List<ReleaseCondition> conditions(List<ReleaseCohort> cohorts) {
        return cohorts.stream()
                .filter(cohort -> cohort.key().contains("="))
                .flatMap(cohort -> Arrays.stream(cohort.key().split(",(?=\\w+=)", -1))
                        .map(part -> part.split("=", 2))
                        .map(part -> new ReleaseCondition(cohort.key(), part[0], part[1], Optional.empty())))
                .toList();
    }

    /** An audit of the terms' measures, in which some groups that are not shown can be computed. */
    private static List<ReleaseAudit> audits(List<ReleaseFigure> figures) {
        Map<String, List<ReleaseFigure>> byMeasure = new TreeMap<>();
        figures.stream()
                .filter(figure -> figure.kind().equals("mean") && figure.state() == State.SHOWN)
                .forEach(figure -> byMeasure
                        .computeIfAbsent(
                                figure.measure().orElseThrow() + " " + figure.period(), any -> new ArrayList<>())
                        .add(figure));
        List<ReleaseAudit> audits = new ArrayList<>();
        byMeasure.values().forEach(shown -> {
            audits.add(new ReleaseAudit(
                    audits.size(),
                    shown.get(0).source(),
                    shown.get(0).measure(),
                    shown.get(0).period(),
                    shown.size(),
                    10,
                    shown.size() > 4 ? 2 : 0));
        });
        return audits;
    }

    private static List<ReleasePeriod> periods(ReleaseTerm term) {
        List<ReleasePeriod> periods = new ArrayList<>();
        periods.add(new ReleasePeriod(term.id(), 0, term.id(), Optional.empty(), term.from(), term.to()));
        int order = 1;
        for (LocalDate monday = term.from(); monday.isBefore(term.to()); monday = monday.plusWeeks(1)) {
            String week = String.format(
                    Locale.ROOT,
                    "%d-W%02d",
                    monday.get(IsoFields.WEEK_BASED_YEAR),
                    monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            periods.add(new ReleasePeriod(
                    term.id() + "/" + week, order, term.id(), Optional.of(week), monday, monday.plusDays(6)));
            order++;
        }
        return periods;
    }

    private List<ReleaseCohort> cohorts() {
        List<ReleaseCohort> cohorts = new ArrayList<>();
        cohorts.add(new ReleaseCohort("school", 0, "school", "School", "reported"));
        if (years.size() > 1) {
            years.forEach(
                    year -> cohorts.add(new ReleaseCohort("year=" + year, cohorts.size(), "year", year, "reported")));
        }
        if (campuses.size() > 1) {
            campuses.forEach(campus ->
                    cohorts.add(new ReleaseCohort("campus=" + campus, cohorts.size(), "campus", campus, "reported")));
        }
        if (years.size() > 1 && campuses.size() > 1) {
            years.forEach(year -> campuses.forEach(campus -> cohorts.add(new ReleaseCohort(
                    "campus=" + campus + ",year=" + year,
                    cohorts.size(),
                    "year x campus",
                    year + ", " + campus,
                    "reported"))));
        }
        return cohorts;
    }

    private static ReleaseMeasure measure(Asked asked, int order) {
        return new ReleaseMeasure(
                asked.key(),
                order,
                asked.source(),
                asked.title(),
                asked.theme(),
                asked.direction(),
                "points",
                BigDecimal.valueOf(asked.lowest()),
                BigDecimal.valueOf(asked.highest()),
                asked.atRisk(),
                asked.atRisk().map(rule -> "Convention: invented for this school"),
                asked.title() + ", version 1",
                asked.asking() == Asking.EVERY_WEEK ? 1 : 5,
                "An invented reference",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static List<ReleaseSource> sources(List<Asked> asked) {
        List<ReleaseSource> sources = new ArrayList<>();
        for (String id : asked.stream().map(Asked::source).distinct().toList()) {
            boolean weekly = asked.stream()
                    .anyMatch(measure -> measure.source().equals(id) && measure.asking() == Asking.EVERY_WEEK);
            sources.add(new ReleaseSource(
                    id,
                    sources.size(),
                    weekly ? "check-in" : "survey",
                    id.startsWith("open") ? "unlinked" : "identified"));
        }
        return sources;
    }

    private static List<ReleaseFigureKind> kinds() {
        return List.of(
                new ReleaseFigureKind("respondents", 0, "Respondents", "respondents"),
                new ReleaseFigureKind("response-rate", 1, "Response rate", "percent"),
                new ReleaseFigureKind("mean", 2, "Mean", "points"),
                new ReleaseFigureKind("standard-deviation", 3, "Standard deviation", "points"),
                new ReleaseFigureKind("share-at-risk", 4, "Share at risk", "percent"),
                new ReleaseFigureKind("change", 5, "Change since the last term", "points"),
                new ReleaseFigureKind("reliability", 6, "Cronbach's alpha", "coefficient"),
                new ReleaseFigureKind("share-lowest-fifth", 7, "Share in the lowest fifth of the scale", "percent"),
                new ReleaseFigureKind("share-second-fifth", 8, "Share in the second fifth of the scale", "percent"),
                new ReleaseFigureKind("share-middle-fifth", 9, "Share in the middle fifth of the scale", "percent"),
                new ReleaseFigureKind("share-fourth-fifth", 10, "Share in the fourth fifth of the scale", "percent"),
                new ReleaseFigureKind("share-highest-fifth", 11, "Share in the highest fifth of the scale", "percent"));
    }

    private static Optional<ReleaseFigure> shownMean(List<ReleaseFigure> figures, String measure, String cohort) {
        return figures.stream()
                .filter(figure -> figure.kind().equals("mean")
                        && figure.measure().equals(Optional.of(measure))
                        && figure.cohort().equals(cohort)
                        && !figure.period().contains("/")
                        && figure.state() == State.SHOWN)
                .findFirst();
    }

    private static List<ReleaseFlag> flags(
            List<ReleaseCohort> cohorts, List<ReleaseMeasure> measures, List<ReleaseFigure> figures) {
        List<ReleaseFlag> flags = new ArrayList<>();
        for (ReleaseMeasure measure : measures) {
            if (!measure.theme().equals("stress") && !measure.theme().equals("burnout")) {
                continue;
            }
            for (ReleaseCohort cohort : cohorts) {
                Optional<ReleaseFigure> school = shownMean(figures, measure.key(), "school");
                Optional<ReleaseFigure> own = shownMean(figures, measure.key(), cohort.key());
                if (cohort.key().equals("school") || school.isEmpty() || own.isEmpty() || flags.size() >= 4) {
                    continue;
                }
                boolean clear = own.orElseThrow()
                                .lower()
                                .orElseThrow()
                                .compareTo(school.orElseThrow().upper().orElseThrow())
                        > 0;
                if (clear) {
                    flags.add(new ReleaseFlag(
                            flags.size(),
                            cohort.key(),
                            measure.key(),
                            flags.isEmpty() ? "red" : "amber",
                            cohort.name() + " stands clearly above the school: "
                                    + own.orElseThrow().value().orElseThrow() + " against "
                                    + school.orElseThrow().value().orElseThrow() + " points.",
                            List.of(own.orElseThrow().id(), school.orElseThrow().id())));
                }
            }
        }
        return flags;
    }

    private static List<ReleaseFinding> findings(List<ReleaseMeasure> measures, List<ReleaseFigure> figures) {
        List<ReleaseFinding> findings = new ArrayList<>();
        for (ReleaseMeasure measure : measures) {
            Optional<ReleaseFigure> school = shownMean(figures, measure.key(), "school");
            if (school.isPresent() && findings.size() < 4) {
                String certainty = List.of("clear", "probable", "clear", "open").get(findings.size());
                findings.add(new ReleaseFinding(
                        findings.size(),
                        measure.theme(),
                        certainty,
                        measure.title() + " stands at "
                                + school.orElseThrow().value().orElseThrow() + " points"
                                + (certainty.equals("open")
                                        ? "; too few answers to say whether that is a change."
                                        : ", somewhat more than a term ago."),
                        List.of(school.orElseThrow().id())));
            }
        }
        return findings;
    }

    private static List<ReleaseFact> facts() {
        return List.of(
                new ReleaseFact("privacy", 0, "Fewest respondents behind a figure", "10"),
                new ReleaseFact("privacy", 1, "Shares in bands below", "20 respondents"),
                new ReleaseFact("audit", 0, "Figures attacked by subtraction", "all shown figures; none gave way"),
                new ReleaseFact("instrument", 0, "PSS-10", "version 1, ten items, sum, invented for tests"),
                new ReleaseFact(
                        "calibration", 0, "In 1,000 simulated schools like this one", "6 in 100 red flags were wrong"),
                new ReleaseFact("calibration", 1, "Groups that were materially worse", "82 in 100 of them got a flag"),
                new ReleaseFact(
                        "response-sensitivity",
                        0,
                        "term-survey/pss-10, school",
                        "Those who did not answer would have to score 3.1 points lower on average to undo the finding."),
                new ReleaseFact(
                        "response-sensitivity",
                        1,
                        "term-survey/who-5, school",
                        "Those who did not answer would have to score 14 points higher on average to undo the finding."),
                new ReleaseFact("quality", 0, "term-survey: rejected", "9 of 621 rows: test responses"),
                new ReleaseFact("quality", 1, "weekly-checkin: rejected", "31 of 6,235 rows: duplicates"),
                new ReleaseFact("export", 0, "term-survey", "1 export, 612 rows kept, 9 rejected (test responses)"),
                new ReleaseFact("export", 1, "weekly-checkin", "15 exports, 6,204 rows kept, 31 rejected (duplicates)"),
                new ReleaseFact("provenance", 0, "Java", "17"));
    }

    /** Invents the figures of one release. */
    private final class Figures {
        private final int index;
        private final ReleaseTerm term;
        private final List<ReleasePeriod> periods;
        private final List<ReleaseCohort> cohorts;
        private final List<Asked> asked;
        private final List<ReleaseSource> sources;
        private final List<ReleaseFigure> figures = new ArrayList<>();

        Figures(
                int index,
                ReleaseTerm term,
                List<ReleasePeriod> periods,
                List<ReleaseCohort> cohorts,
                List<Asked> asked,
                List<ReleaseSource> sources) {
            this.index = index;
            this.term = term;
            this.periods = periods;
            this.cohorts = cohorts;
            this.asked = asked;
            this.sources = sources;
        }

        List<ReleaseFigure> all() {
            for (ReleaseSource source : sources) {
                for (ReleaseCohort cohort : cohorts) {
                    int students = students(cohort);
                    int answered = answered(cohort, source.id());
                    add("respondents", source.id(), Optional.empty(), term.id(), cohort, answered, answered, 0, 0);
                    if (headcounts == Headcounts.KNOWN) {
                        add(
                                "response-rate",
                                source.id(),
                                Optional.empty(),
                                term.id(),
                                cohort,
                                answered,
                                100.0 * answered / students,
                                0,
                                0);
                    }
                }
            }
            asked.forEach(this::measure);
            return figures;
        }

        private void measure(Asked measure) {
            for (ReleaseCohort cohort : cohorts) {
                int n = answered(cohort, measure.source());
                double level = level(measure, cohort, index);
                double half = 1.96 * measure.spread() / Math.sqrt(n) * (headcounts == Headcounts.KNOWN ? 0.62 : 1);
                add("respondents", measure, term.id(), cohort, n, n, 0, 0);
                add("mean", measure, term.id(), cohort, n, level, half, measure.decimals());
                add("standard-deviation", measure, term.id(), cohort, n, measure.spread(), 0, measure.decimals());
                measure.atRisk().ifPresent(rule -> share(measure, cohort, n, level));
                if (cohort.grouping().equals("school")) {
                    fifths(measure, cohort, n, level);
                }
                if (index > 0 && measure.asking() != Asking.NEW_THIS_TERM) {
                    add(
                            "change",
                            measure,
                            term.id(),
                            cohort,
                            n,
                            level - level(measure, cohort, index - 1),
                            half * 1.1,
                            measure.decimals());
                } else if (index > 0 && cohort.grouping().equals("school")) {
                    figures.add(absent("change", measure, cohort, "It was asked for the first time."));
                }
                if (cohort.grouping().equals("school") && measure.asking() != Asking.EVERY_WEEK) {
                    add("reliability", measure, term.id(), cohort, n, 0.84, 0, 2);
                }
                if (measure.asking() == Asking.EVERY_WEEK) {
                    weeks(measure, cohort, n, level);
                }
            }
        }

        private void weeks(Asked measure, ReleaseCohort cohort, int n, double level) {
            List<ReleasePeriod> weeks =
                    periods.stream().filter(period -> period.week().isPresent()).toList();
            double sign = measure.direction().equals("higher-is-worse") ? 1 : -1;
            for (int i = 0; i < weeks.size(); i++) {
                double wave = sign * measure.spread() * (0.35 * i / weeks.size() + (i >= 13 ? 0.55 : -0.1));
                int weekly = Math.max(1, (int) Math.round(n * (0.62 - 0.012 * i)));
                double half = 1.96 * measure.spread() / Math.sqrt(weekly);
                String period = weeks.get(i).key();
                add("respondents", measure, period, cohort, weekly, weekly, 0, 0);
                add(
                        "mean",
                        measure,
                        period,
                        cohort,
                        weekly,
                        level + wave + noise(measure, cohort, i) * half / 3,
                        half,
                        measure.decimals());
            }
        }

        private void share(Asked measure, ReleaseCohort cohort, int n, double level) {
            double sign = measure.direction().equals("higher-is-worse") ? 1 : -1;
            double share = Math.max(
                    4, Math.min(96, measure.share() + sign * 45 * (level - measure.level()) / measure.spread()));
            double half = 1.96 * Math.sqrt(share * (100 - share) / n);
            if (n >= 10 && n < 20 && shown == Shown.AS_USUAL) {
                double low = 25 * Math.floor(share / 25);
                figures.add(new ReleaseFigure(
                        id(),
                        figures.size(),
                        "share-at-risk",
                        measure.source(),
                        Optional.of(measure.key()),
                        term.id(),
                        cohort.key(),
                        State.BANDED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        low == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf((long) low)),
                        low >= 75 ? Optional.empty() : Optional.of(BigDecimal.valueOf((long) low + 25)),
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        Optional.empty()));
            } else {
                add("share-at-risk", measure, term.id(), cohort, n, share, half, 0);
            }
        }

        /** Shares of the fifths of the scale as a logistic curve would have them, in whole percent that add up to a hundred. */
        private void fifths(Asked measure, ReleaseCohort cohort, int n, double level) {
            List<String> kinds = List.of("lowest", "second", "middle", "fourth", "highest");
            double width = (measure.highest() - measure.lowest()) / 5.0;
            int below = 0;
            for (int i = 0; i < kinds.size(); i++) {
                double edge = measure.lowest() + width * (i + 1);
                int up =
                        i == 4 ? 100 : (int) Math.round(100 / (1 + Math.exp(-1.7 * (edge - level) / measure.spread())));
                add("share-" + kinds.get(i) + "-fifth", measure, term.id(), cohort, n, up - below, 0, 0);
                below = up;
            }
        }

        private ReleaseFigure absent(String kind, Asked measure, ReleaseCohort cohort, String note) {
            return new ReleaseFigure(
                    id(),
                    figures.size(),
                    kind,
                    measure.source(),
                    Optional.of(measure.key()),
                    term.id(),
                    cohort.key(),
                    State.ABSENT,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    Optional.of(note),
                    Optional.empty());
        }

        private void add(
                String kind,
                Asked measure,
                String period,
                ReleaseCohort cohort,
                int n,
                double value,
                double half,
                int decimals) {
            add(kind, measure.source(), Optional.of(measure.key()), period, cohort, n, value, half, decimals);
        }

        private void add(
                String kind,
                String source,
                Optional<String> measure,
                String period,
                ReleaseCohort cohort,
                int n,
                double value,
                double half,
                int decimals) {
            boolean withheld = shown == Shown.NOTHING || n < 10 || isComplement(cohort);
            Optional<String> note = kind.equals("change") && !withheld
                    ? Optional.of("Follows the same people where they answered both times.")
                    : Optional.empty();
            figures.add(new ReleaseFigure(
                    id(),
                    figures.size(),
                    kind,
                    source,
                    measure,
                    period,
                    cohort.key(),
                    withheld ? State.WITHHELD : State.SHOWN,
                    withheld ? Optional.empty() : Optional.of(rounded(value, decimals)),
                    withheld || half == 0
                            ? Optional.empty()
                            : Optional.of(rounded(percent(kind) ? Math.max(0, value - half) : value - half, decimals)),
                    withheld || half == 0
                            ? Optional.empty()
                            : Optional.of(
                                    rounded(percent(kind) ? Math.min(100, value + half) : value + half, decimals)),
                    Optional.empty(),
                    Optional.empty(),
                    withheld ? Optional.empty() : Optional.of(BigDecimal.ONE.movePointLeft(decimals)),
                    decimals,
                    note,
                    Optional.empty()));
        }

        private boolean percent(String kind) {
            return kind.equals("share-at-risk");
        }

        private String id() {
            return String.format(Locale.ROOT, "F%04d", figures.size() + 1);
        }

        private boolean isComplement(ReleaseCohort cohort) {
            // The third year's campuses: one is tiny, so the other is withheld beside it.
            return cohort.grouping().equals("year x campus") && place(cohort) / campuses.size() == 2;
        }

        private int place(ReleaseCohort cohort) {
            List<ReleaseCohort> siblings = cohorts.stream()
                    .filter(other -> other.grouping().equals(cohort.grouping()))
                    .toList();
            return siblings.indexOf(cohort);
        }

        private int students(ReleaseCohort cohort) {
            int school = 220 * Math.max(1, years.size());
            return switch (cohort.grouping()) {
                case "school" -> school;
                case "year" -> 220;
                case "campus" ->
                    place(cohort) == 0 ? school * 6 / 10 : school * 4 / 10 / Math.max(1, campuses.size() - 1);
                default -> place(cohort) % campuses.size() == 0 ? 132 : place(cohort) == 7 ? 22 : 88;
            };
        }

        private int answered(ReleaseCohort cohort, String source) {
            double rate = source.contains("checkin") ? 0.58 : 0.66;
            return (int) Math.round(students(cohort) * (rate + 0.08 * noise(cohort.key() + source)));
        }

        private double level(Asked measure, ReleaseCohort cohort, int at) {
            double sign = measure.direction().equals("higher-is-worse") ? 1 : -1;
            double worse = cohort.grouping().equals("school") ? 0 : 0.22 * noise(cohort.key() + measure.scale());
            if (cohort.name().startsWith(years.get(Math.min(1, years.size() - 1))) && years.size() > 1) {
                worse = worse + 0.55;
            }
            double drift = 0.11 * at + 0.06 * noise(measure.scale() + at);
            double level = measure.level() + sign * measure.spread() * (worse + drift);
            return Math.max(measure.lowest() + 0.1, Math.min(measure.highest() - 0.1, level));
        }

        private double noise(Asked measure, ReleaseCohort cohort, int week) {
            return noise(measure.scale() + cohort.key() + week);
        }

        private double noise(String seed) {
            return new SplittableRandom(seed.hashCode() * 31L + index).nextDouble() * 2 - 1;
        }

        private BigDecimal rounded(double value, int decimals) {
            return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
        }
    }
}
