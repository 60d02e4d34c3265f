package org.evenkeel.core.disclosure;

import java.util.Optional;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.SourceId;

/** What a figure is about. The measure is absent for figures about a source as a whole. */
public record FigureKey(String kind, SourceId source, Optional<Measure> measure, Period period, Cohort cohort) {}
