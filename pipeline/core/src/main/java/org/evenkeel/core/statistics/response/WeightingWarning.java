package org.evenkeel.core.statistics.response;

/** Why weights are too uneven to be shown without a warning. What is said of it stands in the bundle {@code weighting}, by its name. */
public enum WeightingWarning {
    /** Kish's design effect is above {@link Weights#LARGEST_DESIGN_EFFECT}: more than a third of the information is lost. */
    LARGE_DESIGN_EFFECT,
    /** A weight is above {@link Weights#LARGEST_TO_MEDIAN} times the median. */
    EXTREME_WEIGHT
}
