package org.evenkeel.core.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenkeel.core.disclosure.audit.Crowd;
import org.evenkeel.core.disclosure.audit.IntervalAttack;
import org.evenkeel.core.disclosure.audit.Protection;
import org.evenkeel.core.disclosure.audit.SafePublish;
import org.evenkeel.core.disclosure.audit.ShownTotal;
import org.evenkeel.core.instrument.Lattice;
import org.evenkeel.core.statistics.GroupData;

/**
 * Attacks the shown figures of each measure with inequalities, and withholds the least useful until every hidden group keeps its
 * protection; then shows again what fits.
 */
final class IntervalGuard {
    private static final Set<String> OF_SCORES =
            Set.of(FigureKind.MEAN.code(), FigureKind.STANDARD_DEVIATION.code(), FigureKind.CHANGE.code());

    private final int threshold;
    private final Crowds crowds;
    private final Map<Crowds.Key, PublishSet> sets;

    /**
     * A guard.
     *
     * @param threshold groups with fewer respondents must stay hidden
     * @param crowds who stands behind the figures
     * @param sets what may be shown, with its proofs
     */
    IntervalGuard(int threshold, Crowds crowds, Map<Crowds.Key, PublishSet> sets) {
        this.threshold = threshold;
        this.crowds = crowds;
        this.sets = sets;
    }

    /** The same figures, with those withheld that give too much away about groups that must stay hidden. */
    List<ReleasedFigure> guard(List<GroupData> groups, List<ReleasedFigure> figures) {
        Map<FigureKey, Figure> shown = new LinkedHashMap<>();
        figures.forEach(figure -> shown.put(figure.key(), figure.figure()));
        Map<Crowds.Key, List<GroupData>> byMeasure = new LinkedHashMap<>();
        groups.forEach(group -> group.measured()
                .ifPresent(measured -> byMeasure
                        .computeIfAbsent(
                                new Crowds.Key(group.source(), group.period(), Optional.of(measured.measure())),
                                any -> new ArrayList<>())
                        .add(group)));
        Set<FigureKey> withheld = byMeasure.entrySet().parallelStream()
                .flatMap(entry -> Stream.of(Protection.values())
                        .flatMap(
                                protection -> tooTelling(entry.getKey(), entry.getValue(), protection, shown).stream()))
                .collect(Collectors.toSet());
        return figures.stream()
                .map(figure -> withheld.contains(figure.key())
                        ? new ReleasedFigure(figure.key(), Figure.withheld(), Optional.empty(), Optional.empty())
                        : figure)
                .toList();
    }

    /** A group whose figure says something about a total. */
    private record Telling(GroupData group, ShownTotal total) {}

    private List<FigureKey> tooTelling(
            Crowds.Key key, List<GroupData> groups, Protection protection, Map<FigureKey, Figure> figures) {
        Optional<Crowd> crowd = crowds.of(key.source(), key.period(), key.measure());
        List<Telling> telling = crowd.stream()
                .flatMap(people -> groups.stream()
                        .sorted((left, right) -> PublishSet.Candidate.BY_USE.compare(candidate(left), candidate(right)))
                        .flatMap(group ->
                                total(group, people, protection, figures)
                                        .map(total -> new Telling(group, total))
                                        .stream()))
                .toList();
        if (telling.isEmpty()) {
            return List.of();
        }
        BitSet kept = attack(key, crowd.orElseThrow(), groups, protection)
                .safe(
                        telling.stream().map(Telling::total).toList(),
                        crowd.orElseThrow().hidden(threshold));
        return IntStream.range(0, telling.size())
                .filter(place -> !kept.get(place))
                .mapToObj(place -> telling.get(place).group())
                .flatMap(group -> figures.keySet().stream().filter(figure -> isAbout(figure, group, protection)))
                .toList();
    }

    private static PublishSet.Candidate candidate(GroupData group) {
        return new PublishSet.Candidate(group.cohort(), group.support());
    }

    private static boolean isAbout(FigureKey key, GroupData group, Protection protection) {
        boolean ofSchool = FigureKind.STANDARD.stream()
                .filter(kind -> kind.scope() == FigureKind.Scope.SCHOOL_MEASURE_TERMS)
                .anyMatch(kind -> kind.code().equals(key.kind()));
        boolean kind = ofSchool
                || switch (protection) {
                    case OF_SCORES -> OF_SCORES.contains(key.kind());
                    case OF_COUNTS -> key.kind().equals(FigureKind.SHARE_AT_RISK.code());
                };
        return kind
                && key.cohort().equals(group.cohort().cohort())
                && key.period().equals(group.period())
                && key.measure().equals(group.measured().map(GroupData.Measured::measure));
    }

    /** The attack before anything is shown, along the reshufflings that prove the measure's publish set. */
    private IntervalAttack attack(Crowds.Key key, Crowd crowd, List<GroupData> groups, Protection protection) {
        Lattice lattice = groups.get(0).measured().orElseThrow().lattice();
        IntervalAttack attack = new IntervalAttack(
                crowd.atoms(),
                protection == Protection.OF_SCORES ? lattice.lowestPoints() : 0,
                protection == Protection.OF_SCORES ? lattice.highestPoints() : 1,
                protection,
                List.of(),
                SafePublish.Limits.USUAL);
        return sets.getOrDefault(key, PublishSet.NOTHING)
                .certificate()
                .map(attack::along)
                .orElse(attack);
    }

    private static Optional<ShownTotal> total(
            GroupData group, Crowd crowd, Protection protection, Map<FigureKey, Figure> figures) {
        FigureKind kind = protection == Protection.OF_SCORES ? FigureKind.MEAN : FigureKind.SHARE_AT_RISK;
        FigureKey key = kind.keyOf(group);
        BitSet members = crowd.members(group.cohort().cohort());
        double n = group.support();
        double scale = protection == Protection.OF_SCORES ? n : n / 100;
        return Optional.ofNullable(figures.get(key))
                .flatMap(figure -> figure.match(
                        shown -> Optional.of(new ShownTotal(
                                members,
                                (shown.value().doubleValue() - half(shown)) * scale,
                                (shown.value().doubleValue() + half(shown)) * scale)),
                        banded -> Optional.of(new ShownTotal(
                                members,
                                banded.lower().map(BigDecimal::doubleValue).orElse(0.0) * scale,
                                banded.upper().map(BigDecimal::doubleValue).orElse(100.0) * scale)),
                        withheld -> Optional.empty(),
                        structural -> Optional.empty()));
    }

    /** How far from a shown value the estimate may have been. */
    private static double half(Figure.Shown shown) {
        return shown.step().doubleValue() / 2;
    }
}
