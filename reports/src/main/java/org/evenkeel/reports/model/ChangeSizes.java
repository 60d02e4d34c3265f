package org.evenkeel.reports.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.ReleaseChangeSize;
import org.evenkeel.sql.release.ReleaseFigureKind;
import org.evenkeel.sql.release.ReleaseMeasure;

/** Says how large changes are: in points, in multiples of what matters and as Hedges' g, always in this order. */
final class ChangeSizes {
    private final ReleaseIndex now;
    private final Words words;

    ChangeSizes(ReleaseIndex now) {
        this.now = now;
        this.words = now.words();
    }

    /** The school's change on a measure, where it is shown. */
    Optional<String> ofSchool(ReleaseMeasure measure) {
        return now.release().analysis().changes().stream()
                .filter(change -> change.kind().equals(FigureKinds.CHANGE)
                        && change.measure().equals(measure.key())
                        && now.cohort(change.cohort())
                                .filter(ReleaseIndex::isSchool)
                                .isPresent())
                .findFirst()
                .map(change -> words.text("model.size.school", said(change)));
    }

    /** Every change, by measure and group; empty where none is shown. */
    Optional<FactTable> table() {
        List<FactTable.Fact> facts = new ArrayList<>();
        for (ReleaseChangeSize change : now.release().analysis().changes()) {
            now.measure(change.measure())
                    .flatMap(measure -> now.cohort(change.cohort())
                            .map(cohort -> new FactTable.Fact(
                                    words.text("model.size.name", measure.title(), cohort.name(), kind(change)),
                                    said(change))))
                    .ifPresent(facts::add);
        }
        return facts.isEmpty() ? Optional.empty() : Optional.of(new FactTable(words.text("model.size.title"), facts));
    }

    private String kind(ReleaseChangeSize change) {
        return now.kinds().stream()
                .filter(kind -> kind.code().equals(change.kind()))
                .map(ReleaseFigureKind::title)
                .findFirst()
                .orElse(change.kind());
    }

    private String said(ReleaseChangeSize change) {
        String points = ranged(
                words.text("model.size.points", words.signed(change.points().value())), change.points());
        String multiple = change.matters()
                .map(matters -> words.text(
                        "model.size.multiple",
                        points,
                        signed(matters.size()),
                        words.plain(matters.points()),
                        matters.basis()))
                .orElse(points);
        return change.effect()
                .map(effect -> words.text("model.size.effect", multiple, signed(effect)))
                .orElseGet(() -> words.text(
                        "model.size.without", multiple, change.without().orElse("")));
    }

    private String signed(ReleaseChangeSize.Size size) {
        return ranged(words.signed(size.value()), size);
    }

    private String ranged(String value, ReleaseChangeSize.Size size) {
        return size.lower()
                .map(lower -> words.text(
                        "model.size.interval",
                        value,
                        words.range(
                                words.signed(lower), words.signed(size.upper().orElse(lower)))))
                .orElse(value);
    }
}
