/** Invented releases to draw reports from, and the rules of the reports' rooms. */
@NullMarked
package org.evenkeel.reports;

import org.jspecify.annotations.NullMarked;
