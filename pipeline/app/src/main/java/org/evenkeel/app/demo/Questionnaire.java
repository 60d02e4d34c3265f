package org.evenkeel.app.demo;

import java.util.Set;

/**
 * A questionnaire as the simulated students answer it. An item's level is normal before rounding, with one factor; mean,
 * spread and communality are set so that scores have the mean, standard deviation and reliability of student samples.
 */
enum Questionnaire {
    PSS_10("pss-10", "PSS10", 10, 0, 4, Set.of(4, 5, 7, 8)) {
        @Override
        Factor factor(int item) {
            return new Factor(Construct.STRESS, Sense.WORSE, 1.70, 0.969, 0.422);
        }
    },
    UWES_3S("uwes-3s", "UWES3S", 3, 0, 6, Set.of()) {
        @Override
        Factor factor(int item) {
            return new Factor(Construct.DISENGAGED, Sense.BETTER, 3.73, 1.442, 0.636);
        }
    },
    WHO_5("who-5", "WHO5", 5, 0, 5, Set.of()) {
        @Override
        Factor factor(int item) {
            return new Factor(Construct.LOW_WELLBEING, Sense.BETTER, 2.83, 1.273, 0.585);
        }
    },
    /** Coded 1 = strongly agree: agreeing with a negatively worded item is a low number and means being worse off. */
    OLBI_S("olbi-s", "OLBI", 16, 1, 4, Set.of(2, 3, 4, 6, 8, 9, 11, 12)) {
        private static final Set<Integer> DISENGAGEMENT_ITEMS = Set.of(1, 3, 6, 7, 9, 11, 13, 15);

        @Override
        Factor factor(int item) {
            return DISENGAGEMENT_ITEMS.contains(item)
                    ? new Factor(Construct.DISENGAGEMENT, Sense.WORSE, 2.15, 0.752, 0.392)
                    : new Factor(Construct.EXHAUSTION, Sense.WORSE, 2.45, 0.739, 0.388);
        }
    },
    UCLA_3("ucla-3", "UCLA3", 3, 1, 3, Set.of()) {
        @Override
        Factor factor(int item) {
            return new Factor(Construct.LONELINESS, Sense.WORSE, 1.35, 0.933, 0.667);
        }
    },
    MSPSS_FRIENDS("mspss-friends", "mspss_friends", 4, 1, 7, Set.of()) {
        @Override
        Factor factor(int item) {
            return new Factor(Construct.LOW_SUPPORT, Sense.BETTER, 5.40, 1.765, 0.690);
        }
    };

    /** Whether a high level of a score means being better or worse off. */
    enum Sense {
        BETTER(-1),
        WORSE(1);

        private final int sign;

        Sense(int sign) {
            this.sign = sign;
        }

        int sign() {
            return sign;
        }
    }

    /** How an item's level comes about. */
    record Factor(Construct construct, Sense sense, double mean, double spread, double communality) {
        double level(double hidden, double noise, double easiness) {
            double standard =
                    StrictMath.sqrt(communality) * sense.sign() * hidden + StrictMath.sqrt(1 - communality) * noise;
            return mean + spread * (easiness + standard);
        }
    }

    private final String instrument;
    private final String column;
    private final int items;
    private final int least;
    private final int most;
    /** Bit n stands for item n. */
    private final int reversed;

    Questionnaire(String instrument, String column, int items, int least, int most, Set<Integer> reversed) {
        this.instrument = instrument;
        this.column = column;
        this.items = items;
        this.least = least;
        this.most = most;
        this.reversed = reversed.stream().mapToInt(item -> 1 << item).sum();
    }

    /** How the item, counted from 1, hangs together with what it measures. */
    abstract Factor factor(int item);

    /** The instrument's id in a study. */
    String instrument() {
        return instrument;
    }

    /** How many items it has. */
    int items() {
        return items;
    }

    /** The lowest answer. */
    int least() {
        return least;
    }

    /** The highest answer. */
    int most() {
        return most;
    }

    /** Whether a high answer to the item lowers the score; items are counted from 1. */
    boolean isReversed(int item) {
        return (reversed >> item & 1) == 1;
    }

    /** The column an export holds the item in. */
    String column(int item) {
        return column + "_" + item;
    }

    /** The pattern of its columns. */
    String columns() {
        return column + "_*";
    }

    /** What a student clicks for the item, whose hidden state is this. */
    int answer(int item, double hidden, Chance chance) {
        double easiness = 0.5 * (item - 1) / (items - 1) - 0.25;
        double exact = factor(item).level(hidden, chance.normal(), easiness);
        int level = (int) Math.max(least, Math.min(most, StrictMath.floor(exact + 0.5)));
        return isReversed(item) ? least + most - level : level;
    }
}
