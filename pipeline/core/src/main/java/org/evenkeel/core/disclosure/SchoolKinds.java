package org.evenkeel.core.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.evenkeel.core.cell.Histogram;
import org.evenkeel.core.disclosure.FigureKind.Answers;
import org.evenkeel.core.disclosure.FigureKind.Scope;
import org.evenkeel.core.disclosure.FigureKind.Unit;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Estimate;
import org.evenkeel.core.statistics.Fifths;
import org.evenkeel.core.statistics.GroupData;
import org.evenkeel.core.statistics.GroupData.WholeSchool;
import org.evenkeel.core.statistics.Shares;
import org.evenkeel.core.statistics.Turnover;
import org.evenkeel.core.statistics.change.GroupContrast;
import org.evenkeel.core.statistics.change.PairedChanges;
import org.evenkeel.core.statistics.change.ShareChanges;
import org.evenkeel.core.statistics.interval.Quantiles;
import org.evenkeel.core.statistics.response.ItemNonResponse;

/** Makes the kinds of figures that are estimated of measures for the school as a whole, by term, and for no smaller group. */
final class SchoolKinds {
    /** What is said of the distribution of scores rests on this many respondents. */
    static final long FEWEST_IN_A_DISTRIBUTION = 100;

    /** What is said of those who answered both times, and of blank answers, rests on this many respondents. */
    static final long FEWEST_OF_A_KIND = 50;

    private SchoolKinds() {}

    /** A quantile of the scores. */
    static FigureKind quantile(String code, String title, double probability) {
        return kind(
                code,
                title,
                Unit.POINTS,
                FEWEST_IN_A_DISTRIBUTION,
                Answers.OF_THIS_TERM,
                FigureKind::undivided,
                (group, measured) -> histogram(measured)
                        .map(histogram -> Fifths.of(measured.lattice())
                                .match(
                                        fifths -> Quantiles.quantile(
                                                histogram, measured.lattice(), probability, group.population()),
                                        Estimate::absent))
                        .orElse(Estimate.absent(Absence.NO_RESPONDENTS)),
                DisplayGrid.SCORE);
    }

    /** The share of respondents in a part of the scale's range. */
    static FigureKind part(String code, String title, Distribution.Part part) {
        return kind(
                code,
                title,
                Unit.PERCENT,
                FEWEST_IN_A_DISTRIBUTION,
                Answers.OF_THIS_TERM,
                FigureKind::undivided,
                (group, measured) -> Fifths.of(measured.lattice())
                        .match(fifths -> part(group, measured, fifths, part), Estimate::absent),
                DisplayGrid.PART);
    }

    /** How those who did not answer again differed from those who did, when both last answered. */
    static FigureKind leavers() {
        return kind(
                "leavers",
                "Earlier mean of those who did not answer again, less that of those who did",
                Unit.POINTS,
                FEWEST_OF_A_KIND,
                Answers.OF_THE_SAME_PEOPLE,
                SchoolKinds::stayersLeaversAndComers,
                (group, measured) -> linked(measured, SchoolKinds::leavers),
                DisplayGrid.SCORE);
    }

    /** The change of those who answered both times: beside the change of everyone it shows what came of who answered. */
    static FigureKind changeOfSamePeople() {
        return kind(
                "change-of-same-people",
                "Change of those who answered both times",
                Unit.POINTS,
                FEWEST_OF_A_KIND,
                Answers.OF_THE_SAME_PEOPLE,
                SchoolKinds::comersAndGoers,
                (group, measured) -> linked(measured, SchoolKinds::changeOfSamePeople),
                DisplayGrid.SCORE);
    }

    /** The change of the share at risk since the term before. */
    static FigureKind changeOfShare() {
        return kind(
                "change-of-share",
                "Change of the share at risk since the term before",
                Unit.PERCENT,
                FEWEST_IN_A_DISTRIBUTION,
                Answers.OF_BOTH_TERMS,
                FigureKind::undivided,
                (group, measured) -> changeOfShare(measured),
                DisplayGrid.CHANGE_OF_SHARE);
    }

    /** The share of the source's respondents who left items of the scale blank. */
    static FigureKind blankAnswers() {
        return kind(
                "blank-answers",
                "Share who left one item or more blank",
                Unit.PERCENT,
                FEWEST_OF_A_KIND,
                Answers.OF_THIS_TERM,
                FigureKind::undivided,
                (group, measured) ->
                        blank(group, measured).map(ItemNonResponse::share).orElse(notKept()),
                DisplayGrid.BLANK);
    }

    private interface Estimator {
        Estimate of(GroupData group, GroupData.Measured measured);
    }

    private static FigureKind kind(
            String code,
            String title,
            Unit unit,
            long fewest,
            Answers answers,
            Function<GroupData, List<Long>> parts,
            Estimator estimator,
            DisplayGrid grid) {
        return new FigureKind(
                code,
                title,
                unit,
                Scope.SCHOOL_MEASURE_TERMS,
                fewest,
                answers,
                parts,
                group -> group.measured()
                        .map(measured -> estimator.of(group, measured))
                        .orElse(Estimate.absent(Absence.NOT_APPLICABLE)),
                grid);
    }

    /** The school's respondents by score, where the histogram knows all of them. */
    private static Optional<Histogram> histogram(GroupData.Measured measured) {
        return measured.school()
                .map(WholeSchool::histogram)
                .filter(histogram -> histogram.counts().values().stream()
                                .mapToLong(Long::longValue)
                                .sum()
                        == measured.moments().count());
    }

    private static Estimate part(GroupData group, GroupData.Measured measured, Fifths fifths, Distribution.Part part) {
        Optional<Histogram> histogram = histogram(measured);
        if (histogram.isEmpty() || measured.moments().count() == 0) {
            return Estimate.absent(Absence.NO_RESPONDENTS);
        }
        return Distribution.of(fifths, measured, histogram.get())
                .filter(division -> division.tellsApart(part))
                .map(division -> FigureKind.share(
                        DisplayGrid.among(measured.moments().count(), part.respondents(fifths, histogram.get())),
                        group.population()))
                .orElse(Estimate.absent(Absence.TOO_FEW_IN_A_PART));
    }

    /** An estimate from those who are linked; absent where nobody can be. */
    private static Estimate linked(
            GroupData.Measured measured, BiFunction<GroupData.Measured, Turnover, Estimate> estimator) {
        return measured.earlier()
                .absence()
                .map(Estimate::absent)
                .orElseGet(() -> turnover(measured)
                        .map(turnover -> estimator.apply(measured, turnover))
                        .orElse(Estimate.absent(Absence.NOT_LINKABLE)));
    }

    private static Optional<Turnover> turnover(GroupData.Measured measured) {
        return measured.school().flatMap(WholeSchool::turnover);
    }

    /** Absent too where those who left or came are whole profiles: groups may then be made of them, and beside groups they tell of few. */
    private static Estimate leavers(GroupData.Measured measured, Turnover turnover) {
        boolean wholeProfiles =
                turnover.inseparableBefore() == 0 || (turnover.came() > 0 && turnover.inseparableNow() == 0);
        return wholeProfiles
                ? Estimate.absent(Absence.TOO_FEW_ANSWERS)
                : GroupContrast.stayersAndLeavers(
                                measured.earlier().moments(), measured.earlier().links(), measured.lattice())
                        .difference();
    }

    private static List<Long> stayersLeaversAndComers(GroupData group) {
        return group.measured()
                .flatMap(measured -> turnover(measured)
                        .map(turnover -> List.of(
                                measured.earlier().links().count(),
                                turnover.left(),
                                turnover.came(),
                                turnover.inseparableBefore(),
                                turnover.inseparableNow())))
                .orElse(List.of());
    }

    private static Estimate changeOfSamePeople(GroupData.Measured measured, Turnover turnover) {
        boolean wholeProfiles = turnover.left() + turnover.came() > 0
                && Math.max(turnover.inseparableBefore(), turnover.inseparableNow()) == 0;
        return measured.earlier().links().count() < FEWEST_OF_A_KIND || wholeProfiles
                ? Estimate.absent(Absence.TOO_FEW_ANSWERS)
                : PairedChanges.change(measured.earlier().links(), measured.lattice());
    }

    /** Those who came, those who went, and on how many rests what can be computed from the change and from groups. */
    private static List<Long> comersAndGoers(GroupData group) {
        List<Long> parts = new ArrayList<>(FigureKind.comersAndGoers(group));
        group.measured()
                .flatMap(SchoolKinds::turnover)
                .ifPresent(turnover -> parts.add(Math.max(turnover.inseparableBefore(), turnover.inseparableNow())));
        return parts;
    }

    private static Estimate changeOfShare(GroupData.Measured measured) {
        if (measured.scale().atRisk().isEmpty()) {
            return Estimate.absent(Absence.NO_AT_RISK_RULE);
        }
        if (measured.earlier().absence().isPresent()) {
            return Estimate.absent(measured.earlier().absence().get());
        }
        long before = measured.earlier().moments().count();
        boolean shown = measured.school()
                .filter(school -> school.earlierShare() == GroupData.Earlier.Start.SHOWN)
                .isPresent();
        if (!shown || before < FEWEST_IN_A_DISTRIBUTION || measured.moments().count() == 0) {
            return Estimate.absent(Absence.TOO_FEW_ANSWERS);
        }
        return ShareChanges.change(
                share(measured.earlier().moments().atRisk(), before),
                share(measured.moments().atRisk(), measured.moments().count()));
    }

    private static ShareChanges.Share share(long atRisk, long respondents) {
        return new ShareChanges.Share((double) atRisk / respondents, Shares.wilson(atRisk, respondents));
    }

    private static Estimate notKept() {
        return Estimate.absent(Absence.ITEMS_NOT_KEPT);
    }

    /** Who left items blank, where items are kept; a single item is blank where there is no score. */
    static Optional<ItemNonResponse> blank(GroupData group, GroupData.Measured measured) {
        long complete = switch (measured.items().sums().size()) {
            case 0 -> -1;
            case 1 -> measured.moments().count();
            default -> measured.items().count();
        };
        return complete < 0 || complete > group.respondents()
                ? Optional.empty()
                : Optional.of(new ItemNonResponse(group.respondents(), complete));
    }
}
