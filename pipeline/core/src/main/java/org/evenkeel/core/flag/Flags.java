package org.evenkeel.core.flag;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.CohortName;
import org.evenkeel.core.disclosure.FigureKey;
import org.evenkeel.core.disclosure.FigureKind;
import org.evenkeel.core.disclosure.Grid;
import org.evenkeel.core.instrument.Theme;
import org.evenkeel.core.statistics.pooling.PooledMeans;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.words.Messages;

/**
 * Which shown cohorts need a conversation, from shown figures alone.
 *
 * <p>A group is judged by the groups beside it, never by its place among them: each mean is drawn towards the average of its
 * division as far as its own answers leave open, and what counts is the probability that it is worse than that average by more
 * than 0.3 standard deviations. What else points the same way counts too: a score beyond the published cut or beyond what matters
 * from the school's first term, a change for the worse, weeks worse than usual, a red flag before. From which probability on a flag
 * is raised follows from the {@link Calibration} of this very publication. A group of which fewer than 30 in 100 answered gets a grey flag:
 * nobody can tell.
 *
 * @param calibration how often these flags would be wrong
 * @param flags the flags, red first, then by measure and cohort in their own order
 */
public record Flags(Calibration calibration, List<Flag> flags) {
    /** Below this share of answers nothing is said of a group. */
    static final double FEWEST_ANSWERED = 0.3;

    /** What speaks of those around a student. */
    private static final Set<Theme> SUPPORT = EnumSet.of(Theme.CONNECTION, Theme.PEER_SUPPORT);

    public Flags {
        flags = List.copyOf(flags);
    }

    /** The flag of a group on a measure, if it has one. */
    Optional<Flag.Level> level(Cohort cohort, Measure measure) {
        return flags.stream()
                .filter(flag -> flag.cohort().equals(cohort) && flag.measure().equals(measure))
                .map(Flag::level)
                .findFirst();
    }

    /** The flags of a publication. */
    public static Flags of(ShownSoFar figures, List<ReportedMeasure> measures, Messages messages) {
        List<Comparison> comparisons = Comparison.of(figures, measures);
        Calibration calibration = Calibration.of(comparisons);
        List<Judged> judged = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            List<Evidence> evidence = comparison.evidence();
            for (int i = 0; i < comparison.candidates().size(); i++) {
                judged.add(new Judged(
                        comparison,
                        comparison.candidates().get(i),
                        i < evidence.size() ? Optional.of(evidence.get(i)) : Optional.empty()));
            }
        }
        List<Flag> flags = new ArrayList<>();
        Map<Cohort, Set<SourceId>> grey = new LinkedHashMap<>();
        for (Judged one : judged) {
            Words words = new Words(figures, one, calibration.cutoffs(), messages);
            if (one.candidate().tooFewAnswered()) {
                if (grey.computeIfAbsent(one.cohort(), any -> new HashSet<>())
                        .add(one.measure().source())) {
                    flags.add(words.grey());
                }
            } else {
                one.evidence()
                        .flatMap(seen -> calibration
                                .cutoffs()
                                .level(seen)
                                .map(level -> words.flag(level, seen, lackOfSupport(one, judged))))
                        .ifPresent(flags::add);
            }
        }
        flags.sort(Comparator.comparing(Flag::level));
        return new Flags(calibration, flags);
    }

    /** A group beside those it is compared with, and what is known of it where they can be compared. */
    private record Judged(Comparison comparison, Candidate candidate, Optional<Evidence> evidence) {
        Cohort cohort() {
            return candidate.cohort().cohort();
        }

        Measure measure() {
            return comparison.measure().measure();
        }

        /** How likely it is to be materially worse than those beside it. */
        double level() {
            return evidence.map(Evidence::level).orElse(0.0);
        }
    }

    /**
     * The measure of support or belonging on which the group most likely is materially worse than those beside it, if it likely is; not
     * asked of such a measure itself. It is a reason to name and raises no flag.
     */
    private static Optional<Judged> lackOfSupport(Judged one, List<Judged> judged) {
        return SUPPORT.contains(one.comparison().measure().theme())
                ? Optional.empty()
                : judged.stream()
                        .filter(other -> other.cohort().equals(one.cohort())
                                && !other.candidate().tooFewAnswered()
                                && SUPPORT.contains(other.comparison().measure().theme())
                                && other.level() >= Evidence.COUNTS)
                        .reduce((best, other) -> other.level() > best.level() ? other : best);
    }

    /** The sentence and the evidence of one group's flag. */
    private record Words(ShownSoFar figures, Judged judged, Cutoffs cutoffs, Messages messages) {
        Flag flag(Flag.Level level, Evidence evidence, Optional<Judged> support) {
            return new Flag(
                    judged.cohort(),
                    judged.measure(),
                    level,
                    sentence(evidence, support),
                    keys(evidence, support).stream()
                            .filter(key -> figures.now().shown(key).isPresent())
                            .distinct()
                            .toList());
        }

        /** Every figure of this publication that the sentence names or rests on. */
        private List<FigureKey> keys(Evidence evidence, Optional<Judged> support) {
            Cohort cohort = judged.cohort();
            List<FigureKey> keys = new ArrayList<>();
            keys.add(key(FigureKind.MEAN, cohort));
            keys.add(key(FigureKind.RESPONDENTS, cohort));
            keys.add(responseRate());
            if (evidence.becameWorse()) {
                keys.add(key(FigureKind.CHANGE, cohort));
            }
            if (evidence.weekly()) {
                candidate().weeks().stream()
                        .filter(Candidate.Series::worseLately)
                        .forEach(series -> lately(series).forEach(week -> {
                            keys.add(ShownSoFar.key(FigureKind.MEAN, series.measure(), week.period(), cohort));
                            keys.add(ShownSoFar.key(FigureKind.MEAN, series.measure(), week.period(), Cohort.SCHOOL));
                        }));
            }
            support.ifPresent(lack -> keys.add(
                    ShownSoFar.key(FigureKind.MEAN, lack.measure(), comparison().period(), cohort)));
            comparison()
                    .candidates()
                    .forEach(other ->
                            keys.add(key(FigureKind.MEAN, other.cohort().cohort())));
            return keys;
        }

        private static List<ShownSoFar.ShownWeek> lately(Candidate.Series series) {
            int all = series.shown().size();
            return series.shown().subList(Math.max(0, all - WeeklyChart.lately()), all);
        }

        private FigureKey responseRate() {
            return figures.ofSource(FigureKind.RESPONSE_RATE, judged.measure().source(), judged.cohort());
        }

        private Comparison comparison() {
            return judged.comparison();
        }

        private Candidate candidate() {
            return judged.candidate();
        }

        Flag grey() {
            return new Flag(
                    judged.cohort(),
                    judged.measure(),
                    Flag.Level.GREY,
                    answered()
                            .map(response -> messages.text("flag.grey.response", group(), response))
                            .orElseGet(() -> messages.text("flag.grey", group())),
                    List.of(responseRate()));
        }

        private FigureKey key(FigureKind kind, Cohort cohort) {
            return ShownSoFar.key(kind, judged.measure(), comparison().period(), cohort);
        }

        private String sentence(Evidence evidence, Optional<Judged> support) {
            List<String> reasons = new ArrayList<>();
            if (evidence.level() >= cutoffs.amber()
                    || !(evidence.beyondReference() || evidence.becameWorse() || evidence.weekly())) {
                reasons.add(level(evidence));
            }
            if (evidence.beyondReference()) {
                reasons.add(reference(evidence));
            }
            if (evidence.becameWorse()) {
                reasons.add(change(evidence));
            }
            if (evidence.weekly()) {
                reasons.add(messages.text("flag.weeks"));
            }
            if (evidence.wasRed()) {
                reasons.add(messages.text("flag.before"));
            }
            support.map(this::support).ifPresent(reasons::add);
            String title = Findings.lowerFirst(comparison().measure().title());
            String joined = String.join("; ", reasons);
            return answered()
                    .map(response -> messages.text("flag.raised.response", group(), title, value(), joined, response))
                    .orElseGet(() -> messages.text("flag.raised", group(), title, value(), joined));
        }

        private String group() {
            return CohortName.of(candidate().cohort(), messages);
        }

        private String value() {
            String value = messages.number(candidate().shown().value());
            return candidate()
                    .shown()
                    .range()
                    .map(range -> messages.text(
                            "flag.value.range", value, messages.number(range.lower()), messages.number(range.upper())))
                    .orElse(value);
        }

        private String level(Evidence evidence) {
            PooledMeans pooled = comparison().pooled().orElseThrow();
            BigDecimal centre = points(turned(pooled.centre()));
            BigDecimal gap = candidate().shown().value().subtract(centre);
            String groups =
                    messages.number(BigDecimal.valueOf(comparison().candidates().size()));
            String attributes = messages.listed(comparison().grouping().attributes().stream()
                    .map(attribute -> Findings.lowerFirst(CohortName.of(attribute, messages)))
                    .toList());
            String average = messages.number(centre);
            String likely = likely(evidence.level());
            String margin = messages.plain(points(comparison().margin()));
            return gap.signum() == 0
                    ? messages.text("flag.level.at", groups, attributes, average, likely, margin)
                    : messages.text(
                            gap.signum() > 0 ? "flag.level.above" : "flag.level.below",
                            groups,
                            attributes,
                            average,
                            likely,
                            margin,
                            messages.plain(gap.abs()));
        }

        private String reference(Evidence evidence) {
            BigDecimal reference = points(turned(comparison().reference().orElseThrow()));
            return messages.text(
                    comparison().measure().atRiskCut().isPresent() ? "flag.reference.cut" : "flag.reference.first-term",
                    likely(evidence.absolute().orElseThrow()),
                    messages.plain(reference));
        }

        private String change(Evidence evidence) {
            BigDecimal change = candidate().change().orElseThrow().shown().value();
            return messages.text(
                    "flag.change",
                    messages.plain(change.abs()),
                    likely(evidence.change().orElseThrow()),
                    messages.plain(points(comparison().importantDifference() / 2)));
        }

        /** The share who answered in whole percent, where it is known. */
        private Optional<String> answered() {
            return candidate().response().map(share -> messages.rounded(100 * share, 0));
        }

        /** What the lack of support says; the measure's own title, so that nothing is read into it. */
        private String support(Judged lack) {
            return messages.text(
                    "flag.support",
                    Findings.lowerFirst(lack.comparison().measure().title()),
                    messages.number(lack.candidate().shown().value()),
                    likely(lack.level()));
        }

        private String likely(double probability) {
            return messages.text("flag.likely", messages.number(BigDecimal.valueOf(Evidence.inSteps(probability))));
        }

        private BigDecimal points(double value) {
            return new Grid(candidate().shown().step()).nearest(value);
        }

        private double turned(double value) {
            return comparison().measure().turned(value);
        }
    }
}
