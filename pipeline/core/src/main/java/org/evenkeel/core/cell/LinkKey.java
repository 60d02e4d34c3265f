package org.evenkeel.core.cell;

import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.TermId;

/** Where a link cell stands: one measure in two terms, by the profile in each. */
public record LinkKey(Measure measure, TermId earlier, TermId later, int earlierProfile, int laterProfile) {}
