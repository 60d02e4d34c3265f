package org.evenkeel.core.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.cell.TermPanels;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Changes;
import org.evenkeel.core.statistics.Estimate;
import org.evenkeel.core.statistics.Fit;
import org.evenkeel.core.statistics.GroupData;
import org.evenkeel.core.statistics.Means;
import org.evenkeel.core.statistics.Reliability;
import org.evenkeel.core.statistics.Response;
import org.evenkeel.core.statistics.Shares;
import org.evenkeel.core.statistics.change.GroupContrast;
import org.evenkeel.core.statistics.interval.FiniteShares;
import org.evenkeel.core.statistics.panel.ModelledChange;
import org.evenkeel.core.statistics.pooling.SharePrior;
import org.evenkeel.core.statistics.reliability.Omega;
import org.evenkeel.core.study.Study;

/**
 * A kind of figure: what it estimates, for whom, on which grid it is shown, and from how many respondents on. A kind cannot
 * be made without a grid.
 *
 * @param code its name in the release
 * @param title its name in reports
 * @param unit what its values count
 * @param scope where it is estimated
 * @param fewest fewest respondents it may rest on, beyond the study's threshold
 * @param answers of which terms
 * @param parts the crowds of which it tells apart from one another, beside all other figures of the group: each must be nobody, or
 *     as many as the threshold
 * @param estimator how it is made of a group's sums
 * @param grid how it is shown
 */
public record FigureKind(
        String code,
        String title,
        Unit unit,
        Scope scope,
        long fewest,
        Answers answers,
        Function<GroupData, List<Long>> parts,
        Function<GroupData, Estimate> estimator,
        DisplayGrid grid) {
    /** What is said of those who answered both times rests on this many of them. */
    private static final long FEWEST_LINKED = 50;

    /** What is said of two halves of the respondents rests on this many of them. */
    private static final long FEWEST_OF_TWO_HALVES = 100;

    /** What values count. */
    public enum Unit {
        POINTS,
        PERCENT,
        RESPONDENTS,
        COEFFICIENT
    }

    /** Where a kind is estimated. */
    public enum Scope {
        /** For a source as a whole, by term. */
        SOURCE_TERMS,
        /** For a source as a whole and for its measures, by term and week. */
        EVERYWHERE,
        /** For measures, by term and week. */
        MEASURES,
        /** For measures, by term. */
        MEASURE_TERMS,
        /** For measures, by term, for the school only. */
        SCHOOL_MEASURE_TERMS;

        boolean covers(GroupData group) {
            boolean term = group.period().week().isEmpty();
            boolean measure = group.measured().isPresent();
            boolean school = group.cohort().cohort().conditions().isEmpty();
            return switch (this) {
                case SOURCE_TERMS -> !measure && term;
                case EVERYWHERE -> true;
                case MEASURES -> measure;
                case MEASURE_TERMS -> measure && term;
                case SCHOOL_MEASURE_TERMS -> measure && term && school;
            };
        }
    }

    /** Whose answers a figure is made of. */
    public enum Answers {
        /** What was answered in its own period. */
        OF_THIS_TERM,
        /** That, and what was answered in the term before, of which the mean must have been shown; by the same people as far as proved safe. */
        OF_BOTH_TERMS,
        /** What the same people answered in both terms, which must be proved safe. */
        OF_THE_SAME_PEOPLE
    }

    public FigureKind {
        Require.that(
                code.matches("[a-z][a-z-]*"),
                "a kind's code is lower-case letters and hyphens. Value given: '%s'",
                code);
        Require.that(fewest >= 0, "fewest respondents must be 0 or more. Value given: %s", fewest);
    }

    /** Respondents. */
    public static final FigureKind RESPONDENTS = new FigureKind(
            "respondents",
            "Respondents",
            Unit.RESPONDENTS,
            Scope.EVERYWHERE,
            0,
            Answers.OF_THIS_TERM,
            FigureKind::undivided,
            group -> Estimate.exactly((double) group.support()),
            DisplayGrid.COUNT);

    /** Respondents per student. */
    public static final FigureKind RESPONSE_RATE = new FigureKind(
            "response-rate",
            "Response rate",
            Unit.PERCENT,
            Scope.SOURCE_TERMS,
            0,
            Answers.OF_THIS_TERM,
            FigureKind::undivided,
            group -> Response.rate(group.respondents(), group.headcount()),
            DisplayGrid.WHOLE_PERCENT);

    /** The mean score. */
    public static final FigureKind MEAN = new FigureKind(
            "mean",
            "Mean",
            Unit.POINTS,
            Scope.MEASURES,
            0,
            Answers.OF_THIS_TERM,
            FigureKind::undivided,
            group -> ofMeasure(group, m -> Means.mean(m.moments(), m.lattice(), group.population())),
            DisplayGrid.SCORE);

    /** The standard deviation of scores. */
    public static final FigureKind STANDARD_DEVIATION = new FigureKind(
            "standard-deviation",
            "Standard deviation",
            Unit.POINTS,
            Scope.MEASURE_TERMS,
            0,
            Answers.OF_THIS_TERM,
            FigureKind::undivided,
            group -> ofMeasure(group, m -> Means.standardDeviation(m.moments(), m.lattice())),
            DisplayGrid.SCORE);

    /** The share at risk. */
    public static final FigureKind SHARE_AT_RISK = new FigureKind(
            "share-at-risk",
            "Share at risk",
            Unit.PERCENT,
            Scope.MEASURE_TERMS,
            0,
            Answers.OF_THIS_TERM,
            FigureKind::undivided,
            group -> ofMeasure(
                    group,
                    m -> m.scale().atRisk().isPresent()
                            ? share(m.moments(), group.population())
                            : Estimate.absent(Absence.NO_AT_RISK_RULE)),
            DisplayGrid.SHARE);

    /** The change of the mean since the term before. */
    public static final FigureKind CHANGE = new FigureKind(
            "change",
            "Change since the term before",
            Unit.POINTS,
            Scope.MEASURE_TERMS,
            0,
            Answers.OF_BOTH_TERMS,
            FigureKind::undivided,
            group -> ofMeasure(group, FigureKind::change),
            DisplayGrid.SCORE);

    /** The change of those who answered both times, for the school: beside the change of everyone it shows what came of who answered. */
    public static final FigureKind CHANGE_OF_SAME_PEOPLE = SchoolKinds.changeOfSamePeople();

    /** Cronbach's alpha. */
    public static final FigureKind RELIABILITY = new FigureKind(
            "reliability",
            "Reliability (Cronbach's alpha)",
            Unit.COEFFICIENT,
            Scope.SCHOOL_MEASURE_TERMS,
            50,
            Answers.OF_THIS_TERM,
            FigureKind::undivided,
            group -> ofMeasure(group, m -> Reliability.alpha(m.items())),
            DisplayGrid.COEFFICIENT);

    /** McDonald's omega. */
    public static final FigureKind OMEGA = new FigureKind(
            "omega",
            "Reliability (McDonald's omega)",
            Unit.COEFFICIENT,
            Scope.SCHOOL_MEASURE_TERMS,
            Omega.FEWEST_SHEETS,
            Answers.OF_THIS_TERM,
            FigureKind::undivided,
            group -> ofMeasure(group, FigureKind::omega),
            DisplayGrid.COEFFICIENT);

    /** The change of the mean since the term before, by a model of the answers of all terms in which people are held fixed. */
    public static final FigureKind MODELLED_CHANGE = new FigureKind(
            "modelled-change",
            "Change since the term before, people held fixed",
            Unit.POINTS,
            Scope.SCHOOL_MEASURE_TERMS,
            FEWEST_LINKED,
            Answers.OF_THE_SAME_PEOPLE,
            FigureKind::attendances,
            group -> ofMeasure(group, FigureKind::modelledChange),
            DisplayGrid.SCORE);

    /** The mean of those who answered in the later half of a term's responses, less that of the earlier half. */
    public static final FigureKind LATE_RESPONDERS = new FigureKind(
            "late-responders",
            "Those who answered late, less those who answered early",
            Unit.POINTS,
            Scope.SCHOOL_MEASURE_TERMS,
            FEWEST_OF_TWO_HALVES,
            Answers.OF_THIS_TERM,
            group -> halves(group, m -> m.parts().early(), FigureKind::linkedAndMarked),
            group -> ofMeasure(
                    group,
                    m -> m.parts()
                            .early()
                            .match(
                                    early -> GroupContrast.of(early, m.moments().minus(early), m.lattice())
                                            .difference(),
                                    Estimate::absent)),
            DisplayGrid.SCORE);

    /** The mean without those whose answers to the scale are all alike although it asks in both directions, or who gave one that cannot be one. */
    public static final FigureKind MEAN_WITHOUT_MARKED = new FigureKind(
            "mean-without-marked",
            "Mean without marked sheets",
            Unit.POINTS,
            Scope.SCHOOL_MEASURE_TERMS,
            0,
            Answers.OF_THIS_TERM,
            group -> halves(group, m -> m.parts().marked(), FigureKind::linked),
            group -> ofMeasure(
                    group,
                    m -> m.parts()
                            .marked()
                            .match(
                                    marked -> Means.mean(m.moments().minus(marked), m.lattice(), group.population()),
                                    Estimate::absent)),
            DisplayGrid.SCORE);

    /** The score half of the respondents are at or below. */
    public static final FigureKind MEDIAN = SchoolKinds.quantile("median", "Median", 0.5);

    /** The score a quarter of the respondents are at or below. */
    public static final FigureKind LOWER_QUARTILE = SchoolKinds.quantile("lower-quartile", "Lower quartile", 0.25);

    /** The score three quarters of the respondents are at or below. */
    public static final FigureKind UPPER_QUARTILE = SchoolKinds.quantile("upper-quartile", "Upper quartile", 0.75);

    /** The share of respondents in the lowest fifth of the scale's range. */
    public static final FigureKind SHARE_LOWEST_FIFTH =
            SchoolKinds.part("share-lowest-fifth", "Share in the lowest fifth of the scale", Distribution.Part.LOWEST);

    /** The share of respondents in the second fifth of the scale's range. */
    public static final FigureKind SHARE_SECOND_FIFTH =
            SchoolKinds.part("share-second-fifth", "Share in the second fifth of the scale", Distribution.Part.SECOND);

    /** The share of respondents in the middle fifth of the scale's range. */
    public static final FigureKind SHARE_MIDDLE_FIFTH =
            SchoolKinds.part("share-middle-fifth", "Share in the middle fifth of the scale", Distribution.Part.MIDDLE);

    /** The share of respondents in the fourth fifth of the scale's range. */
    public static final FigureKind SHARE_FOURTH_FIFTH =
            SchoolKinds.part("share-fourth-fifth", "Share in the fourth fifth of the scale", Distribution.Part.FOURTH);

    /** The share of respondents in the highest fifth of the scale's range. */
    public static final FigureKind SHARE_HIGHEST_FIFTH = SchoolKinds.part(
            "share-highest-fifth", "Share in the highest fifth of the scale", Distribution.Part.HIGHEST);

    /** The share of respondents in the lowest two fifths together, for where these may not be told apart. */
    public static final FigureKind SHARE_LOWEST_TWO_FIFTHS = SchoolKinds.part(
            "share-lowest-two-fifths", "Share in the lowest two fifths of the scale", Distribution.Part.LOWEST_TWO);

    /** The share of respondents in the highest two fifths together, for where these may not be told apart. */
    public static final FigureKind SHARE_HIGHEST_TWO_FIFTHS = SchoolKinds.part(
            "share-highest-two-fifths", "Share in the highest two fifths of the scale", Distribution.Part.HIGHEST_TWO);

    /** How those who did not answer again differed, when they last did, from those who did. */
    public static final FigureKind LEAVERS = SchoolKinds.leavers();

    /** The change of the school's share at risk since the term before: a difference of two shown shares. */
    public static final FigureKind CHANGE_OF_SHARE = SchoolKinds.changeOfShare();

    /** The share who left items of a scale blank. */
    public static final FigureKind BLANK_ANSWERS = SchoolKinds.blankAnswers();

    /** The kinds a release holds, in the order reports show them. */
    public static final List<FigureKind> STANDARD = List.of(
            RESPONDENTS,
            RESPONSE_RATE,
            MEAN,
            STANDARD_DEVIATION,
            SHARE_AT_RISK,
            CHANGE,
            CHANGE_OF_SAME_PEOPLE,
            RELIABILITY,
            OMEGA,
            MODELLED_CHANGE,
            LATE_RESPONDERS,
            MEAN_WITHOUT_MARKED,
            MEDIAN,
            LOWER_QUARTILE,
            UPPER_QUARTILE,
            SHARE_LOWEST_FIFTH,
            SHARE_SECOND_FIFTH,
            SHARE_MIDDLE_FIFTH,
            SHARE_FOURTH_FIFTH,
            SHARE_HIGHEST_FIFTH,
            SHARE_LOWEST_TWO_FIFTHS,
            SHARE_HIGHEST_TWO_FIFTHS,
            LEAVERS,
            CHANGE_OF_SHARE,
            BLANK_ANSWERS);

    /** What this kind of figure of a group is called in a release. */
    FigureKey keyOf(GroupData group) {
        return new FigureKey(
                code,
                group.source(),
                group.measured().map(GroupData.Measured::measure),
                group.period(),
                group.cohort().cohort());
    }

    /** The share of these very people where all of them were asked, else of people like them. */
    static Estimate share(Moments moments, OptionalLong population) {
        return population.isPresent()
                ? FiniteShares.atRisk(moments, population, SharePrior.jeffreys())
                : Shares.atRisk(moments);
    }

    /** A figure that tells no part of a group from another. */
    public static List<Long> undivided(GroupData group) {
        return List.of();
    }

    /** Those who came, and those who went. */
    static List<Long> comersAndGoers(GroupData group) {
        return group.measured()
                .map(measured -> {
                    long linked = measured.earlier().links().count();
                    long before = measured.earlier().moments().count();
                    List<Long> parts =
                            new ArrayList<>(List.of(measured.moments().count() - linked, before - linked));
                    List<Long> all = new ArrayList<>();
                    measured.parts().before().stream()
                            .filter(crowd -> mayBeTold(crowd, before))
                            .forEach(all::add);
                    all.add(linked);
                    parts.addAll(Overlaps.fewest(before, all));
                    return parts;
                })
                .orElse(List.of());
    }

    /** Those who came, those who went, and what the model tells apart beside them. */
    private static List<Long> attendances(GroupData group) {
        List<Long> parts = new ArrayList<>(comersAndGoers(group));
        group.measured()
                .flatMap(measured -> measured.parts().panels().present())
                .ifPresent(panels -> parts.addAll(ModelledChange.parts(panels)));
        return parts;
    }

    /** Some of the respondents, the others, and what is left where they overlap with crowds of other figures. */
    private static List<Long> halves(
            GroupData group,
            Function<GroupData.Measured, Fit<Moments>> some,
            Function<GroupData.Measured, List<Long>> ofOtherFigures) {
        return group.measured()
                .flatMap(measured -> some.apply(measured).present().map(moments -> {
                    long all = measured.moments().count();
                    long here = moments.count();
                    List<Long> parts = new ArrayList<>(List.of(here, all - here));
                    List<Long> crowds = new ArrayList<>(ofOtherFigures.apply(measured));
                    if (here > 0 && here < all) {
                        crowds.add(here);
                        parts.addAll(Overlaps.fewest(all, crowds));
                    }
                    return parts;
                }))
                .orElse(List.of());
    }

    private static List<Long> linked(GroupData.Measured measured) {
        return List.of(measured.earlier().links().count());
    }

    private static List<Long> linkedAndMarked(GroupData.Measured measured) {
        List<Long> crowds = new ArrayList<>(linked(measured));
        measured.parts()
                .marked()
                .present()
                .map(Moments::count)
                .filter(marked -> mayBeTold(marked, measured.moments().count()))
                .ifPresent(crowds::add);
        return crowds;
    }

    /** Whether some figure may tell a crowd from all others: where either is too small under any threshold, none does. */
    private static boolean mayBeTold(long crowd, long all) {
        return crowd >= Study.LEAST_THRESHOLD && all - crowd >= Study.LEAST_THRESHOLD;
    }

    private static Estimate modelledChange(GroupData.Measured measured) {
        Fit<TermPanels> panels = measured.parts().panels();
        return panels.absence()
                .filter(reason -> reason.nature() == Absence.Nature.STRUCTURAL)
                .or(measured.earlier()::absence)
                .map(Estimate::absent)
                .orElseGet(() -> panels.match(
                        terms -> ModelledChange.linked(terms) < FEWEST_LINKED
                                ? Estimate.absent(Absence.TOO_FEW_ANSWERS)
                                : ModelledChange.of(terms, measured.lattice()),
                        Estimate::absent));
    }

    private static Estimate omega(GroupData.Measured measured) {
        int items = measured.items().sums().size();
        if (items < 2) {
            return Estimate.absent(items == 0 ? Absence.ITEMS_NOT_KEPT : Absence.SINGLE_ITEM);
        }
        return Omega.of(measured.items()).match(Omega::estimate, Estimate::absent);
    }

    private static Estimate change(GroupData.Measured measured) {
        GroupData.Earlier earlier = measured.earlier();
        Estimate change = earlier.absence()
                .map(Estimate::absent)
                .orElseGet(() -> Changes.change(
                        earlier.moments(), measured.moments(), earlier.links(), measured.lattice(), earlier.people()));
        return change.match(
                present -> new Estimate.Present(present.value(), present.interval(), present.target(), earlier.note()),
                absent -> absent);
    }

    private static Estimate ofMeasure(GroupData group, Function<GroupData.Measured, Estimate> estimator) {
        return group.measured().map(estimator).orElse(Estimate.absent(Absence.NOT_APPLICABLE));
    }
}
