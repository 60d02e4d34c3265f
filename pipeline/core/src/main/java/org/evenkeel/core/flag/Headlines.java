package org.evenkeel.core.flag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.disclosure.FigureKind;
import org.evenkeel.core.instrument.Theme;

/** The measures a summary leads with: of each theme the first whose mean of the school is shown. */
final class Headlines {
    private Headlines() {}

    /** The headlines of a publication, stress and engagement first. */
    static List<ReportedMeasure> of(ShownSoFar figures, List<ReportedMeasure> measures) {
        Set<Theme> spoken = EnumSet.noneOf(Theme.class);
        List<ReportedMeasure> headlines = new ArrayList<>();
        for (ReportedMeasure measure : measures) {
            boolean shown = figures.shown(FigureKind.MEAN, measure.measure(), Cohort.SCHOOL)
                    .isPresent();
            if (shown && spoken.add(measure.theme())) {
                headlines.add(measure);
            }
        }
        headlines.sort(Comparator.comparing(ReportedMeasure::theme));
        return List.copyOf(headlines);
    }
}
