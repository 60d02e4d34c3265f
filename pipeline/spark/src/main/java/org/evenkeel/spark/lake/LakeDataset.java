package org.evenkeel.spark.lake;

import java.util.Locale;

/** What the lake holds. */
public enum LakeDataset {
    /** Responses as exports gave them, by batch, source and term. */
    RESPONSES,
    /** One row per respondent and period, by source and term. */
    SCORES,
    /** The cells of a term. */
    CELLS,
    /** The profiles of a term, which give the numbers in scores and cells their meaning. */
    PROFILES;

    /** The name of its folder in the lake. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
