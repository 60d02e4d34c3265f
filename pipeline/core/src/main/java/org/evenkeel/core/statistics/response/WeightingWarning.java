package org.evenkeel.core.statistics.response;

/** Why weights are too uneven to be shown without a warning. */
public enum WeightingWarning {
    /** Kish's design effect is above {@link Weights#LARGEST_DESIGN_EFFECT}. */
    LARGE_DESIGN_EFFECT("the weights cost more than a third of the respondents' information"),
    /** A weight is above {@link Weights#LARGEST_TO_MEDIAN} times the median. */
    EXTREME_WEIGHT("single respondents stand for more than five times as many students as the others");

    private final String words;

    WeightingWarning(String words) {
        this.words = words;
    }

    /** The warning in words. */
    public String words() {
        return words;
    }
}
