package org.evenkeel.reports.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.ReleaseChangeSize;
import org.evenkeel.sql.release.ReleaseCohort;
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

    /** Every shown change of a measure by group, under the table number that is handed out; empty where none is shown. */
    Optional<SizeTable> table(ReleaseMeasure measure, Numbering numbering) {
        List<SizeTable.Row> rows = new ArrayList<>();
        Set<String> notes = new LinkedHashSet<>();
        Set<String> reasons = new LinkedHashSet<>();
        for (ReleaseChangeSize change : now.release().analysis().changes()) {
            Optional<ReleaseCohort> cohort = now.cohort(change.cohort());
            if (change.measure().equals(measure.key()) && cohort.isPresent()) {
                rows.add(new SizeTable.Row(
                        name(change, cohort.orElseThrow()),
                        change.points(),
                        change.matters().map(ReleaseChangeSize.Multiple::size),
                        change.effect()));
                change.matters()
                        .ifPresent(matters -> notes.add(
                                words.text("model.size.matters", words.plain(matters.points()), matters.basis())));
                change.without().ifPresent(reasons::add);
            }
        }
        reasons.forEach(reason -> notes.add(words.text("model.size.no-effect", reason)));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new SizeTable(
                        numbering.table(), words.text("model.size.title", measure.title()), rows, List.copyOf(notes)));
    }

    private String name(ReleaseChangeSize change, ReleaseCohort cohort) {
        return change.kind().equals(FigureKinds.CHANGE)
                ? cohort.name()
                : words.text("model.size.name", cohort.name(), Words.inSentence(kind(change)));
    }

    private String kind(ReleaseChangeSize change) {
        return now.kinds().stream()
                .filter(kind -> kind.code().equals(change.kind()))
                .map(ReleaseFigureKind::title)
                .findFirst()
                .orElse(change.kind());
    }

    private String said(ReleaseChangeSize change) {
        String points = words.sized(
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
        return words.sized(words.signed(size.value()), size);
    }
}
