package org.evenkeel.core.flag;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.disclosure.Figure;
import org.evenkeel.core.disclosure.FigureKey;
import org.evenkeel.core.disclosure.FigureKind;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;

/**
 * How those who are hard to hear differ from the others, as a shown difference of means says it.
 *
 * @param group who they are
 * @param key the shown figure
 * @param difference their mean less that of the others, in points
 * @param deviation the school's standard deviation
 */
record NotHeardAlike(Group group, FigureKey key, Figure.Shown difference, Figure.Shown deviation) {
    /** A difference beyond this many standard deviations is spoken of in the summary. */
    private static final double WORTH_SAYING = 0.2;

    /** Groups that are compared where a release holds figures of this kind. */
    enum Group {
        /** Those who answered in the term before and not in this one: what they had said then. */
        LEAVERS("leavers", "those who did not answer again", "had reported", "than those who did, in the term before") {
            @Override
            String consequence() {
                return "A change since then may be partly due to who is still heard";
            }
        },
        /** Those who answered late: they stand in for those who did not answer at all. */
        LATE("late-responders", "those who answered late", "report", "than those who answered early") {
            @Override
            String consequence() {
                return "Those who did not answer at all may differ in the same way";
            }
        };

        private final String kind;
        private final String who;
        private final String report;
        private final String than;

        Group(String kind, String who, String report, String than) {
            this.kind = kind;
            this.who = who;
            this.report = report;
            this.than = than;
        }

        /** What follows from a difference. */
        abstract String consequence();
    }

    /** The shown differences on a measure. */
    static List<NotHeardAlike> of(ShownSoFar figures, ReportedMeasure reported) {
        Measure measure = reported.measure();
        Optional<Figure.Shown> deviation = figures.shown(FigureKind.STANDARD_DEVIATION, measure, Cohort.SCHOOL);
        return Arrays.stream(Group.values())
                .flatMap(group -> {
                    FigureKey key = new FigureKey(
                            group.kind,
                            measure.source(),
                            Optional.of(measure),
                            Period.of(figures.now().term()),
                            Cohort.SCHOOL);
                    return deviation.stream()
                            .flatMap(spread -> figures.now().shown(key).stream()
                                    .map(difference -> new NotHeardAlike(group, key, difference, spread)));
                })
                .toList();
    }

    /** A sentence of the summary, where they differ by enough to matter. */
    Stream<Finding> finding(ReportedMeasure reported) {
        double share =
                Math.abs(difference.value().doubleValue()) / deviation.value().doubleValue();
        return share <= WORTH_SAYING
                ? Stream.empty()
                : Stream.of(new Finding(
                        reported.theme(),
                        clear() ? Finding.Certainty.CLEAR : Finding.Certainty.OPEN,
                        words(reported) + " " + (clear() ? group.consequence() : "This may be chance") + ".",
                        List.of(key)));
    }

    /** What the release states of them, however little it is. */
    Note note(ReportedMeasure reported) {
        return new Note(reported.title() + ", " + group.who, words(reported));
    }

    private boolean clear() {
        return difference
                .range()
                .filter(range -> range.lower().signum() > 0 || range.upper().signum() < 0)
                .isPresent();
    }

    private String words(ReportedMeasure reported) {
        BigDecimal points = difference.value();
        String amount = points.signum() == 0
                ? "the same"
                : points.abs().toPlainString() + " points " + (points.signum() > 0 ? "higher" : "lower");
        String than = points.signum() == 0 ? group.than.replaceFirst("^than", "as") : group.than;
        return String.format(
                Locale.ROOT,
                "%s %s %s %s %s%s.",
                group.who.substring(0, 1).toUpperCase(Locale.ROOT) + group.who.substring(1),
                group.report,
                Findings.lowerFirst(reported.title()),
                amount,
                than,
                difference
                        .range()
                        .map(range -> String.format(
                                Locale.ROOT,
                                " (95%% range of the difference %s to %s)",
                                Findings.signed(range.lower()),
                                Findings.signed(range.upper())))
                        .orElse(""));
    }
}
