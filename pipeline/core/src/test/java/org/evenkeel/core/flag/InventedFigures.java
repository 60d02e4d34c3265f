package org.evenkeel.core.flag;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.CohortPlan.Origin;
import org.evenkeel.core.cohort.CohortPlan.PlannedCohort;
import org.evenkeel.core.cohort.Grouping;
import org.evenkeel.core.disclosure.Figure;
import org.evenkeel.core.disclosure.FigureKey;
import org.evenkeel.core.disclosure.FigureKind;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.instrument.ScaleId;
import org.evenkeel.core.instrument.Theme;
import org.evenkeel.core.statistics.Target;
import org.evenkeel.core.statistics.YearLabels;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.Coverage;
import org.evenkeel.core.study.DateRange;
import org.evenkeel.core.study.IsoWeek;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.TermId;

/** Shown figures made up for a test: a survey's measure of tension from 0 to 40 and weekly strain from 0 to 10. */
final class InventedFigures implements ShownFigures {
    static final Measure TENSION = new Measure(new SourceId("survey"), new ScaleId("tension"));
    static final Measure STRAIN = new Measure(new SourceId("weekly"), new ScaleId("strain"));

    private final TermId term;
    private final Map<FigureKey, Figure.Shown> shown = new HashMap<>();
    private final List<PlannedCohort> cohorts = new ArrayList<>();
    private final List<Period> weeks = new ArrayList<>();
    private final List<DateRange> exams = new ArrayList<>();
    private final LocalDate begins;
    private final Map<Cohort, Flag.Level> flags = new HashMap<>();
    private YearLabels labels = YearLabels.UNKNOWN;
    private Target target = Target.ANALYTIC;

    InventedFigures(String term) {
        this.term = new TermId(term);
        this.begins = LocalDate.of(Integer.parseInt(term.substring(0, 4)), term.endsWith("autumn") ? 9 : 1, 7);
        cohorts.add(new PlannedCohort(Grouping.SCHOOL, Cohort.SCHOOL, Origin.REPORTED));
    }

    static Cohort cohort(String attribute, String value) {
        return Cohort.of(Map.of(new AttributeId(attribute), Set.of(value)));
    }

    static List<ReportedMeasure> measures(Direction direction) {
        return List.of(
                measure(TENSION, "Tension", direction, 40, Optional.of(new BigDecimal("4"))),
                measure(STRAIN, "Strain", direction, 10, Optional.empty()));
    }

    private static ReportedMeasure measure(
            Measure measure, String title, Direction direction, int highest, Optional<BigDecimal> important) {
        return new ReportedMeasure(
                measure,
                title,
                Theme.STRESS,
                direction,
                BigDecimal.ZERO,
                BigDecimal.valueOf(highest),
                Optional.empty(),
                important);
    }

    /** The school, with a standard deviation of 8. */
    InventedFigures school(double mean) {
        return group(Cohort.SCHOOL, mean, 600, 75);
    }

    /** A group by one attribute: its mean, how many answered, and how many of a hundred those are. */
    InventedFigures group(String attribute, String value, double mean, int respondents, int response) {
        Cohort cohort = cohort(attribute, value);
        cohorts.add(new PlannedCohort(new Grouping(List.of(new AttributeId(attribute))), cohort, Origin.REPORTED));
        return group(cohort, mean, respondents, response);
    }

    /** The school, how many of it answered, and how many of a hundred those are. */
    InventedFigures school(double mean, int respondents, int response) {
        return group(Cohort.SCHOOL, mean, respondents, response);
    }

    /** A group of a year on a campus, of which no response is shown. */
    InventedFigures group(String year, String campus, double mean, int respondents) {
        AttributeId years = new AttributeId("year");
        AttributeId campuses = new AttributeId("campus");
        Cohort cohort = Cohort.of(Map.of(years, Set.of(year), campuses, Set.of(campus)));
        cohorts.add(new PlannedCohort(new Grouping(List.of(years, campuses)), cohort, Origin.REPORTED));
        group(cohort, mean, respondents, 75);
        shown.remove(ofSource(FigureKind.RESPONSE_RATE, cohort));
        return this;
    }

    /** Several values of an attribute that are shown as one group. */
    InventedFigures rollUp(String attribute, List<String> values, double mean, int respondents, int response) {
        AttributeId by = new AttributeId(attribute);
        Cohort cohort = Cohort.of(Map.of(by, Set.copyOf(values)));
        cohorts.add(new PlannedCohort(new Grouping(List.of(by)), cohort, Origin.ROLL_UP));
        return group(cohort, mean, respondents, response);
    }

    /** A group of which nothing is shown. */
    InventedFigures hidden(String attribute, String value) {
        cohorts.add(new PlannedCohort(
                new Grouping(List.of(new AttributeId(attribute))), cohort(attribute, value), Origin.REPORTED));
        return this;
    }

    /** How much higher people who are hard to hear are than the others. */
    InventedFigures unlike(String kind, double difference, double half) {
        shown.put(
                new FigureKey(kind, TENSION.source(), Optional.of(TENSION), Period.of(term), Cohort.SCHOOL),
                new Figure.Shown(
                        tenths(difference),
                        Optional.of(new Figure.Range(tenths(difference - half), tenths(difference + half))),
                        new BigDecimal("0.1")));
        return this;
    }

    private InventedFigures group(Cohort cohort, double mean, int respondents, int response) {
        double half = 2 * 8 / Math.sqrt(respondents);
        put(FigureKind.MEAN, TENSION, Period.of(term), cohort, mean, Optional.of(half));
        put(FigureKind.STANDARD_DEVIATION, TENSION, Period.of(term), cohort, 8, Optional.empty());
        put(FigureKind.RESPONDENTS, TENSION, Period.of(term), cohort, respondents, Optional.empty());
        shown.put(ofSource(FigureKind.RESPONDENTS, cohort), whole(respondents));
        shown.put(ofSource(FigureKind.RESPONSE_RATE, cohort), whole(response));
        return this;
    }

    InventedFigures change(Cohort cohort, double change, double half) {
        put(FigureKind.CHANGE, TENSION, Period.of(term), cohort, change, Optional.of(half));
        return this;
    }

    /** The change of another measure. */
    InventedFigures changeOf(Measure measure, Cohort cohort, double change, double half) {
        put(FigureKind.CHANGE, measure, Period.of(term), cohort, change, Optional.of(half));
        return this;
    }

    /** The change of everyone, and of those who answered both times. */
    InventedFigures changes(double everyone, double same) {
        put(FigureKind.CHANGE_OF_SAME_PEOPLE, TENSION, Period.of(term), Cohort.SCHOOL, same, Optional.of(0.5));
        return change(Cohort.SCHOOL, everyone, 0.5);
    }

    /** A week's strain of the school and of a group. */
    InventedFigures week(int number, double school, Cohort cohort, double group) {
        Period week = Period.of(term, IsoWeek.parse(String.format(Locale.ROOT, "2026-W%02d", number)));
        if (!weeks.contains(week)) {
            weeks.add(week);
        }
        put(FigureKind.MEAN, STRAIN, week, Cohort.SCHOOL, school, Optional.empty());
        put(FigureKind.MEAN, STRAIN, week, cohort, group, Optional.empty());
        return this;
    }

    /** A week's strain of the school. */
    InventedFigures week(int number, double school) {
        return week(number, school, Cohort.SCHOOL, school);
    }

    /** A week's strain of the school with half its range and its respondents. */
    InventedFigures weekOf(LocalDate day, double school, double half, int respondents) {
        Period week = Period.of(term, IsoWeek.of(day));
        weeks.add(week);
        put(FigureKind.MEAN, STRAIN, week, Cohort.SCHOOL, school, Optional.of(half));
        put(FigureKind.RESPONDENTS, STRAIN, week, Cohort.SCHOOL, respondents, Optional.empty());
        return this;
    }

    /** Another measure of a group, of which a standard deviation of 2 is shown. */
    InventedFigures also(Measure measure, Cohort cohort, double mean, int respondents) {
        put(FigureKind.MEAN, measure, Period.of(term), cohort, mean, Optional.of(4 / Math.sqrt(respondents)));
        put(FigureKind.STANDARD_DEVIATION, measure, Period.of(term), cohort, 2, Optional.empty());
        put(FigureKind.RESPONDENTS, measure, Period.of(term), cohort, respondents, Optional.empty());
        return this;
    }

    InventedFigures exams(DateRange days) {
        exams.add(days);
        return this;
    }

    /** What the years of this term were called in the term before. */
    InventedFigures labels(Map<String, String> before) {
        labels = new YearLabels(new TreeMap<>(before));
        return this;
    }

    /** The standard deviation of a group. */
    InventedFigures deviation(Cohort cohort, double deviation) {
        put(FigureKind.STANDARD_DEVIATION, TENSION, Period.of(term), cohort, deviation, Optional.empty());
        return this;
    }

    /** A group whose standard deviation is not shown. */
    InventedFigures withoutDeviation(Cohort cohort) {
        shown.remove(ShownSoFar.key(FigureKind.STANDARD_DEVIATION, TENSION, Period.of(term), cohort));
        return this;
    }

    InventedFigures flagged(Cohort cohort, Flag.Level level) {
        flags.put(cohort, level);
        return this;
    }

    private FigureKey ofSource(FigureKind kind, Cohort cohort) {
        return new FigureKey(kind.code(), TENSION.source(), Optional.empty(), Period.of(term), cohort);
    }

    private static Figure.Shown whole(int number) {
        return new Figure.Shown(BigDecimal.valueOf(number), Optional.empty(), BigDecimal.ONE);
    }

    private void put(
            FigureKind kind, Measure measure, Period period, Cohort cohort, double value, Optional<Double> half) {
        shown.put(
                ShownSoFar.key(kind, measure, period, cohort),
                new Figure.Shown(
                        tenths(value),
                        half.map(h -> new Figure.Range(tenths(value - h), tenths(value + h))),
                        kind.equals(FigureKind.RESPONDENTS) ? BigDecimal.ONE : new BigDecimal("0.1")));
    }

    private static BigDecimal tenths(double value) {
        return BigDecimal.valueOf(Math.round(10 * value), 1).stripTrailingZeros();
    }

    @Override
    public TermId term() {
        return term;
    }

    @Override
    public Coverage coverage() {
        return Coverage.CENSUS;
    }

    @Override
    public List<PlannedCohort> cohorts() {
        return cohorts;
    }

    @Override
    public List<Period> weeks() {
        return weeks;
    }

    @Override
    public LocalDate begins() {
        return begins;
    }

    @Override
    public List<DateRange> exams() {
        return exams;
    }

    @Override
    public Optional<Figure.Shown> shown(FigureKey key) {
        return Optional.ofNullable(shown.get(key));
    }

    @Override
    public Optional<Target> target(FigureKey key) {
        return shown(key).map(any -> target);
    }

    @Override
    public Optional<Cohort> formerly(Cohort cohort) {
        return labels.of(cohort);
    }

    /** Whom all of these figures speak of. */
    InventedFigures speakingOf(Target whom) {
        target = whom;
        return this;
    }

    @Override
    public Optional<Flag.Level> flagged(Cohort cohort, Measure measure) {
        return Optional.ofNullable(flags.get(cohort));
    }
}
