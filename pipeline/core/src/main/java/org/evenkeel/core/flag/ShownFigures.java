package org.evenkeel.core.flag;

import java.util.List;
import java.util.Optional;
import org.evenkeel.core.cohort.CohortPlan.PlannedCohort;
import org.evenkeel.core.disclosure.Figure;
import org.evenkeel.core.disclosure.FigureKey;
import org.evenkeel.core.disclosure.Release;
import org.evenkeel.core.disclosure.ReleasedFigure;
import org.evenkeel.core.study.TermId;

/**
 * The shown figures of one publication and the groups it speaks of: all that flags and findings may know. A release has them;
 * so has everybody who reads the published rows.
 */
public interface ShownFigures {
    /** The term that is spoken of. */
    TermId term();

    /** The groups that are spoken of, in the order of the plan. */
    List<PlannedCohort> cohorts();

    /** The figure about this, where it is shown. */
    Optional<Figure.Shown> shown(FigureKey key);

    /** The shown figures of a release. */
    static ShownFigures of(Release release) {
        return new ShownFigures() {
            @Override
            public TermId term() {
                return release.term();
            }

            @Override
            public List<PlannedCohort> cohorts() {
                return release.cohorts();
            }

            @Override
            public Optional<Figure.Shown> shown(FigureKey key) {
                return release.figure(key).map(ReleasedFigure::figure).flatMap(Figure::shown);
            }
        };
    }
}
