package org.evenkeel.core.flag;

import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.study.Measure;

/** A measure with the scoring rule that tells its title, theme and direction. */
public record ReportedMeasure(Measure measure, Scale scale) {}
