/** The instruments' scoring rules as column expressions, and which scales a source asks. Neighbours: {@code core.instrument} defines the rules, {@code cell} runs them. */
@NullMarked
package org.evenkeel.spark.score;

import org.jspecify.annotations.NullMarked;
