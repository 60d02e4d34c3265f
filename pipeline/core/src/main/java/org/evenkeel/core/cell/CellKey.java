package org.evenkeel.core.cell;

import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;

/** Where a cell stands: one measure, one period, one profile of the period's term. */
public record CellKey(Measure measure, Period period, int profile) {}
