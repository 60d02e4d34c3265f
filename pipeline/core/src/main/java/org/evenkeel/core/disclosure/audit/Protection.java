package org.evenkeel.core.disclosure.audit;

/**
 * How much must stay unknown about a hidden group: whatever is published, its total could be anything in a range at least this wide.
 * The numbers are conventions.
 */
public enum Protection {
    /** Totals of scores: the group's mean stays uncertain by a fifth of the scale. */
    OF_SCORES {
        @Override
        double least(long respondents, double range) {
            return SHARE_OF_SCALE * range * respondents;
        }

        @Override
        IntervalAttack.Range possible(IntervalAttack.Range range) {
            return range;
        }
    },
    /** Numbers at risk: three in ten of the group, at least two people, and never nobody or everybody for certain. */
    OF_COUNTS {
        @Override
        double least(long respondents, double range) {
            return Math.min(respondents, Math.max(2, -Math.floorDiv(-3 * respondents, 10)));
        }

        /** People are whole: only whole numbers inside the range are possible. A hair more makes up for the attack's own margin. */
        @Override
        IntervalAttack.Range possible(IntervalAttack.Range range) {
            return new IntervalAttack.Range(Math.ceil(range.lowest() - 0.02), Math.floor(range.highest() + 0.02));
        }
    };

    /** How much of a scale the mean of a hidden group must leave open. */
    public static final double SHARE_OF_SCALE = 0.2;

    /** The least width of what is possible for a hidden group of this many, on a scale of this range per respondent. */
    abstract double least(long respondents, double range);

    /** What of a range of totals is possible at all. */
    abstract IntervalAttack.Range possible(IntervalAttack.Range range);
}
