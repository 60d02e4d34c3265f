/**
 * The reports' front door: a release goes in, files come out. Neighbours: {@code model} says what a report holds, {@code pdf}
 * and {@code excel} draw it.
 */
@NullMarked
package org.evenkeel.reports;

import org.jspecify.annotations.NullMarked;
