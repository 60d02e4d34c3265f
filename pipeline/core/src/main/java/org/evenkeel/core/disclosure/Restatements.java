package org.evenkeel.core.disclosure;

import java.util.ArrayList;
import java.util.List;

/**
 * What a release says differently from the one before about the same term. Only figures that are seen in both are listed: a change that
 * is held back leaves no trace.
 */
public final class Restatements {
    /** The sentence about late answers that stands in every release, whether or not anything changed. */
    public static final String ABOUT_LATE_ANSWERS =
            "Answers that arrive after a term's cut-off change a figure only when so many arrived that nobody can be recognised by it.";

    private Restatements() {}

    /** A figure that is shown differently now. */
    public record Restatement(FigureKey key, Figure before, Figure now) {}

    /** The restated figures in the order of the later release. */
    public static List<Restatement> between(Release earlier, Release later) {
        List<Restatement> restatements = new ArrayList<>();
        for (ReleasedFigure figure : later.figures()) {
            earlier.figure(figure.key())
                    .map(ReleasedFigure::figure)
                    .filter(Restatements::seen)
                    .filter(before -> seen(figure.figure()) && !before.equals(figure.figure()))
                    .ifPresent(before -> restatements.add(new Restatement(figure.key(), before, figure.figure())));
        }
        return restatements;
    }

    private static boolean seen(Figure figure) {
        return figure.match(shown -> true, banded -> true, withheld -> false, structural -> false);
    }
}
