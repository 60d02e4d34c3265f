/**
 * The study as its owner declares it: calendar, sources, roster, attributes, headcounts. Plain values, validated when made. Neighbours: {@code instrument} for what a source asks, {@code cohort} for whom it reports on.
 */
@NullMarked
package org.evenkeel.core.study;

import org.jspecify.annotations.NullMarked;
