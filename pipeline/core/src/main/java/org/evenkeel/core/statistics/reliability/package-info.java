/**
 * How well a scale's items hang together in a batch of answers: each item against the rest, the check of reversed items, omega. Pure functions of {@code cell.ItemMoments}. Neighbours: {@code statistics.Reliability} has alpha.
 */
@NullMarked
package org.evenkeel.core.statistics.reliability;

import org.jspecify.annotations.NullMarked;
