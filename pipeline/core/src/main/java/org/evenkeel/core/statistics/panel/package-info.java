/**
 * Models of answers that the same people gave more than once, fitted from {@code cell.Panels} alone: a random intercept for each person, terms as occasions, the same week of another year. Neighbours: reads {@code cell}; {@code statistics} gives it its words for what cannot be estimated.
 */
@NullMarked
package org.evenkeel.core.statistics.panel;

import org.jspecify.annotations.NullMarked;
