package org.evenkeel.core.flag;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.CohortName;
import org.evenkeel.core.disclosure.FigureKey;
import org.evenkeel.core.disclosure.FigureKind;
import org.evenkeel.core.disclosure.Grid;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.statistics.pooling.PooledMeans;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.SourceId;

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

    private static final double STEP = 0.05;

    public Flags {
        flags = List.copyOf(flags);
    }

    /** The flags of a publication. */
    public static Flags of(ShownSoFar figures, List<ReportedMeasure> measures) {
        List<Comparison> comparisons = Comparison.of(figures, measures);
        Calibration calibration = Calibration.of(comparisons);
        List<Flag> flags = new ArrayList<>();
        Map<Cohort, Set<SourceId>> grey = new LinkedHashMap<>();
        for (Comparison comparison : comparisons) {
            List<Evidence> evidence = comparison.evidence();
            for (int i = 0; i < comparison.candidates().size(); i++) {
                Candidate candidate = comparison.candidates().get(i);
                Words words = new Words(comparison, candidate, calibration.cutoffs());
                SourceId source = comparison.measure().measure().source();
                if (candidate.tooFewAnswered()) {
                    if (grey.computeIfAbsent(candidate.cohort().cohort(), any -> new HashSet<>())
                            .add(source)) {
                        flags.add(words.grey());
                    }
                } else if (i < evidence.size()) {
                    Evidence seen = evidence.get(i);
                    calibration
                            .cutoffs()
                            .level(seen)
                            .map(level -> words.flag(level, seen))
                            .ifPresent(flags::add);
                }
            }
        }
        flags.sort(Comparator.comparing(Flag::level));
        return new Flags(calibration, flags);
    }

    /** The sentence and the evidence of one group's flag. */
    private record Words(Comparison comparison, Candidate candidate, Cutoffs cutoffs) {
        Flag flag(Flag.Level level, Evidence evidence) {
            List<FigureKey> keys = new ArrayList<>(List.of(
                    key(FigureKind.MEAN, candidate.cohort().cohort()),
                    key(FigureKind.RESPONDENTS, candidate.cohort().cohort())));
            if (evidence.becameWorse()) {
                keys.add(key(FigureKind.CHANGE, candidate.cohort().cohort()));
            }
            comparison.candidates().stream()
                    .map(other -> key(FigureKind.MEAN, other.cohort().cohort()))
                    .filter(other -> !keys.contains(other))
                    .forEach(keys::add);
            return new Flag(
                    candidate.cohort().cohort(), comparison.measure().measure(), level, sentence(evidence), keys);
        }

        Flag grey() {
            Measure measure = comparison.measure().measure();
            return new Flag(
                    candidate.cohort().cohort(),
                    measure,
                    Flag.Level.GREY,
                    String.format(
                            "%s: too few answered to say whether the group stands out%s.",
                            CohortName.of(candidate.cohort()), answered()),
                    List.of(new FigureKey(
                            FigureKind.RESPONSE_RATE.code(),
                            measure.source(),
                            Optional.empty(),
                            key(FigureKind.MEAN, Cohort.SCHOOL).period(),
                            candidate.cohort().cohort())));
        }

        private FigureKey key(FigureKind kind, Cohort cohort) {
            Measure measure = comparison.measure().measure();
            return ShownSoFar.key(kind, measure, period(), cohort);
        }

        private Period period() {
            return comparison.period();
        }

        private String sentence(Evidence evidence) {
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
                reasons.add("its last weeks were worse than is usual for it");
            }
            if (evidence.wasRed()) {
                reasons.add("it was flagged red before");
            }
            return String.format(
                    "%s: %s %s%s, %s%s.",
                    CohortName.of(candidate.cohort()),
                    Findings.lowerFirst(comparison.measure().title()),
                    candidate.shown().value().toPlainString(),
                    candidate
                            .shown()
                            .range()
                            .map(range -> " (95% range " + range.lower().toPlainString() + " to "
                                    + range.upper().toPlainString() + ")")
                            .orElse(""),
                    String.join("; ", reasons),
                    answered());
        }

        private String level(Evidence evidence) {
            PooledMeans pooled = comparison.pooled().orElseThrow();
            BigDecimal centre = points(turned(pooled.centre()));
            BigDecimal gap = candidate.shown().value().subtract(centre);
            String side =
                    gap.signum() == 0 ? "at" : plain(gap.abs()) + " points " + (gap.signum() > 0 ? "above" : "below");
            return String.format(
                    "%s the average of the %d groups by %s (%s); %s worse by more than %s points",
                    side,
                    comparison.candidates().size(),
                    comparison.grouping().attributes().stream()
                            .map(attribute -> Findings.lowerFirst(CohortName.of(attribute)))
                            .collect(Collectors.joining(" and ")),
                    centre.toPlainString(),
                    likely(evidence.level()),
                    plain(points(comparison.margin())));
        }

        private String reference(Evidence evidence) {
            BigDecimal reference = points(turned(comparison.reference().orElseThrow()));
            String what = comparison.measure().atRiskCut().isPresent()
                    ? "the published cut"
                    : "the school's first term by more than what matters";
            return String.format("%s beyond %s, %s", likely(evidence.absolute().orElseThrow()), plain(reference), what);
        }

        private String change(Evidence evidence) {
            BigDecimal change = candidate.change().orElseThrow().shown().value();
            return String.format(
                    "worse than in the term before by %s points, %s by more than %s",
                    plain(change.abs()),
                    likely(evidence.change().orElseThrow()),
                    plain(points(comparison.importantDifference() / 2)));
        }

        private String answered() {
            return candidate
                    .response()
                    .map(share -> " (response " + plain(new Grid(BigDecimal.ONE).nearest(100 * share)) + "%)")
                    .orElse("");
        }

        /** A probability in steps of 5 in 100, rounded down, so that it never promises more than there is. */
        private static String likely(double probability) {
            long steps = (long) Math.floor(Math.min(probability, 1 - STEP) / STEP + 1e-9);
            return "at least " + 5 * steps + "% likely";
        }

        private BigDecimal points(double value) {
            return new Grid(candidate.shown().step()).nearest(value);
        }

        private double turned(double value) {
            return comparison.measure().direction() == Direction.HIGHER_IS_BETTER ? -value : value;
        }

        private static String plain(BigDecimal points) {
            return points.signum() == 0 ? "0" : points.stripTrailingZeros().toPlainString();
        }
    }
}
