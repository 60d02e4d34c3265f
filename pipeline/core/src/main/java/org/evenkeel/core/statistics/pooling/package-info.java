/**
 * Cohorts beside each other: partial pooling of means and shares, funnels, ranks with their uncertainty. One call takes one set of exchangeable groups (classes together, campuses together), never nested ones. Pure functions of figures. Neighbours: {@code statistics}; the flags read it.
 */
@NullMarked
package org.evenkeel.core.statistics.pooling;

import org.jspecify.annotations.NullMarked;
