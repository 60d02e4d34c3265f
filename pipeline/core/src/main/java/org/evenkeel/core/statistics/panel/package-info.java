/**
 * Models of answers that the same people gave more than once, fitted from {@code cell.Panels} alone: a random intercept for each person, terms or weeks as occasions, weeks adjusted for exams and season, the same week of another year. Neighbours: reads {@code cell}; {@code statistics} gives it its words for what cannot be estimated.
 */
@NullMarked
package org.evenkeel.core.statistics.panel;

import org.jspecify.annotations.NullMarked;
