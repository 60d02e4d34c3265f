package org.evenkeel.core.cell;

import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.SourceId;

/** Where a count of a source's respondents stands: everyone with at least one score of it in the period, by profile. */
public record RespondentsKey(SourceId source, Period period, int profile) {}
