package org.evenkeel.core.flag;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.disclosure.Figure;
import org.evenkeel.core.disclosure.FigureKey;
import org.evenkeel.core.disclosure.FigureKind;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.words.Messages;

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
        LEAVERS("leavers", "heard.leavers"),
        /** Those who answered late: they stand in for those who did not answer at all. */
        LATE("late-responders", "heard.late");

        private final String kind;
        private final String words;

        Group(String kind, String words) {
            this.kind = kind;
            this.words = words;
        }

        private String text(Messages messages, String detail, String... arguments) {
            return messages.text(words + "." + detail, arguments);
        }
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
    Stream<Finding> finding(ReportedMeasure reported, Messages messages) {
        double share =
                Math.abs(difference.value().doubleValue()) / deviation.value().doubleValue();
        return share <= WORTH_SAYING
                ? Stream.empty()
                : Stream.of(new Finding(
                        reported.theme(),
                        clear() ? Finding.Certainty.CLEAR : Finding.Certainty.OPEN,
                        clear()
                                ? group.text(messages, "consequence", words(reported, messages))
                                : messages.text("heard.chance", words(reported, messages)),
                        List.of(key)));
    }

    /** What the release states of them, however little it is. */
    Note note(ReportedMeasure reported, Messages messages) {
        return new Note(
                messages.text("heard.name", reported.title(), group.text(messages, "who")), words(reported, messages));
    }

    private boolean clear() {
        return difference
                .range()
                .filter(range -> range.lower().signum() > 0 || range.upper().signum() < 0)
                .isPresent();
    }

    private String words(ReportedMeasure reported, Messages messages) {
        BigDecimal points = difference.value();
        String detail = points.signum() == 0 ? "same" : points.signum() > 0 ? "higher" : "lower";
        String title = Findings.lowerFirst(reported.title());
        String said = points.signum() == 0
                ? group.text(messages, detail, title)
                : group.text(messages, detail, title, messages.number(points.abs()));
        return difference
                .range()
                .map(range -> messages.text(
                        "heard.range", said, messages.signed(range.lower()), messages.signed(range.upper())))
                .orElseGet(() -> messages.text("heard.alone", said));
    }
}
