/**
 * Reads finished reports again and compares every number in them with the release they were drawn from. Neighbours: the release schema says
 * what is true, {@code model}, {@code pdf} and {@code excel} say what should stand where; nothing here draws.
 */
@NullMarked
package org.evenkeel.reports.verify;

import org.jspecify.annotations.NullMarked;
