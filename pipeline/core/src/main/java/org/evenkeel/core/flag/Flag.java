package org.evenkeel.core.flag;

import java.util.List;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.disclosure.FigureKey;
import org.evenkeel.core.study.Measure;

/**
 * A shown cohort that needs a conversation, or of which too few answered to tell.
 *
 * @param cohort the cohort
 * @param measure the measure it stands out on
 * @param level how far
 * @param sentence why, in words
 * @param evidence the shown figures it rests on
 */
public record Flag(Cohort cohort, Measure measure, Level level, String sentence, List<FigureKey> evidence) {
    /** How far a cohort stands out. A cohort that does not has no flag. */
    public enum Level {
        /** A conversation is needed. */
        RED,
        /** Something points that way. */
        AMBER,
        /** Shown, but too few answered to say. */
        GREY
    }

    public Flag {
        evidence = List.copyOf(evidence);
    }
}
