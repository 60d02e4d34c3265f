package org.evenkeel.core.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    IntervalGuard(int threshold, Crowds crowds) {
        this.threshold = threshold;
        this.crowds = crowds;
    }

    /** The same figures, with those withheld that give too much away about groups that must stay hidden. */
    List<ReleasedFigure> guard(List<GroupData> groups, List<ReleasedFigure> figures, Map<FigureKey, Grid> grids) {
        Map<FigureKey, Figure> shown = new LinkedHashMap<>();
        figures.forEach(figure -> shown.put(figure.key(), figure.figure()));
        Map<Crowds.Key, List<GroupData>> byMeasure = new LinkedHashMap<>();
        groups.forEach(group -> group.measured()
                .ifPresent(measured -> byMeasure
                        .computeIfAbsent(
                                new Crowds.Key(group.source(), group.period(), Optional.of(measured.measure())),
                                any -> new ArrayList<>())
                        .add(group)));
        Set<FigureKey> withheld = new HashSet<>();
        byMeasure.forEach((key, ofMeasure) -> crowds.of(key.source(), key.period(), key.measure())
                .ifPresent(crowd -> {
                    withheld.addAll(tooTelling(crowd, ofMeasure, Protection.OF_SCORES, shown, grids));
                    withheld.addAll(tooTelling(crowd, ofMeasure, Protection.OF_COUNTS, shown, grids));
                }));
        return figures.stream()
                .map(figure -> withheld.contains(figure.key())
                        ? new ReleasedFigure(figure.key(), Figure.withheld(), Optional.empty())
                        : figure)
                .toList();
    }

    /** A group whose figure says something about a total. */
    private record Telling(GroupData group, ShownTotal total) {}

    private List<FigureKey> tooTelling(
            Crowd crowd,
            List<GroupData> groups,
            Protection protection,
            Map<FigureKey, Figure> figures,
            Map<FigureKey, Grid> grids) {
        List<Telling> telling = new ArrayList<>();
        List<GroupData> useful = groups.stream()
                .sorted((left, right) -> PublishSet.Candidate.BY_USE.compare(candidate(left), candidate(right)))
                .toList();
        for (GroupData group : useful) {
            total(group, crowd, protection, figures, grids).ifPresent(total -> telling.add(new Telling(group, total)));
        }
        List<BitSet> hidden = crowd.hidden(threshold);
        List<Telling> kept = new ArrayList<>(telling);
        Optional<BitSet> open =
                telling.isEmpty() ? Optional.empty() : unprotected(crowd, groups, protection, kept, hidden);
        while (open.isPresent() && !kept.isEmpty()) {
            BitSet target = open.get();
            int last = kept.size() - 1;
            for (int place = last; place >= 0; place--) {
                if (kept.get(place).total().atoms().intersects(target)) {
                    last = place;
                    break;
                }
            }
            kept.remove(last);
            open = unprotected(crowd, groups, protection, kept, hidden);
        }
        for (Telling one : telling) {
            if (!kept.contains(one)) {
                List<Telling> more = new ArrayList<>(kept);
                more.add(one);
                if (unprotected(crowd, groups, protection, more, hidden).isEmpty()) {
                    kept = more;
                }
            }
        }
        List<FigureKey> withheld = new ArrayList<>();
        for (Telling one : telling) {
            if (!kept.contains(one)) {
                figures.keySet().stream()
                        .filter(key -> isAbout(key, one.group(), protection))
                        .forEach(withheld::add);
            }
        }
        return withheld;
    }

    private static PublishSet.Candidate candidate(GroupData group) {
        return new PublishSet.Candidate(group.cohort(), group.support());
    }

    private static boolean isAbout(FigureKey key, GroupData group, Protection protection) {
        boolean kind = switch (protection) {
            case OF_SCORES -> OF_SCORES.contains(key.kind());
            case OF_COUNTS -> key.kind().equals(FigureKind.SHARE_AT_RISK.code());
        };
        return kind
                && key.cohort().equals(group.cohort().cohort())
                && key.period().equals(group.period())
                && key.measure().equals(group.measured().map(GroupData.Measured::measure));
    }

    private static Optional<BitSet> unprotected(
            Crowd crowd, List<GroupData> groups, Protection protection, List<Telling> kept, List<BitSet> hidden) {
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        Lattice lattice = groups.get(0).measured().orElseThrow().lattice();
        return new IntervalAttack(
                        crowd.atoms(),
                        protection == Protection.OF_SCORES ? lattice.lowestPoints() : 0,
                        protection == Protection.OF_SCORES ? lattice.highestPoints() : 1,
                        protection,
                        kept.stream().map(Telling::total).toList(),
                        SafePublish.Limits.USUAL)
                .unprotected(hidden);
    }

    private static Optional<ShownTotal> total(
            GroupData group,
            Crowd crowd,
            Protection protection,
            Map<FigureKey, Figure> figures,
            Map<FigureKey, Grid> grids) {
        FigureKind kind = protection == Protection.OF_SCORES ? FigureKind.MEAN : FigureKind.SHARE_AT_RISK;
        FigureKey key = kind.keyOf(group);
        BitSet members = crowd.members(group.cohort().cohort());
        double n = group.support();
        double half = protection == Protection.OF_SCORES
                ? grids.getOrDefault(key, new Grid(BigDecimal.ONE)).step().doubleValue() / 2
                : DisplayGrid.ShareGrid.step(group.support()).doubleValue() / 2;
        double scale = protection == Protection.OF_SCORES ? n : n / 100;
        return Optional.ofNullable(figures.get(key))
                .flatMap(figure -> figure.match(
                        shown -> Optional.of(new ShownTotal(
                                members,
                                (shown.value().doubleValue() - half) * scale,
                                (shown.value().doubleValue() + half) * scale)),
                        banded -> Optional.of(new ShownTotal(
                                members,
                                banded.lower().map(BigDecimal::doubleValue).orElse(0.0) * scale,
                                banded.upper().map(BigDecimal::doubleValue).orElse(100.0) * scale)),
                        withheld -> Optional.empty(),
                        structural -> Optional.empty()));
    }
}
