package org.evenkeel.core.statistics;

/** Why an estimate is absent. What is said of it stands in the bundle {@code absence}, by its name. */
public enum Absence {
    NO_RESPONDENTS(Nature.FROM_ANSWERS),
    ONE_RESPONDENT(Nature.FROM_ANSWERS),
    NO_SPREAD(Nature.FROM_ANSWERS),
    TOO_FEW_COMPLETE(Nature.FROM_ANSWERS),
    TOO_FEW_GROUPS(Nature.FROM_ANSWERS),
    TOO_FEW_ANSWERS(Nature.FROM_ANSWERS),
    NOBODY_TWICE(Nature.FROM_ANSWERS),
    EFFECTS_NOT_SEPARABLE(Nature.FROM_ANSWERS),
    NO_CONVERGENCE(Nature.FROM_ANSWERS),
    IMPROPER_FACTOR(Nature.FROM_ANSWERS),
    SHORT_BASELINE(Nature.FROM_ANSWERS),
    HEADCOUNT_BELOW_RESPONDENTS(Nature.FROM_ANSWERS),
    NOBODY_IN_CATEGORY(Nature.FROM_ANSWERS),
    NOBODY_LINKED(Nature.FROM_ANSWERS),
    EVERYBODY_ANSWERED(Nature.FROM_ANSWERS),
    NOTHING_TIPS(Nature.FROM_ANSWERS),
    TOO_FEW_IN_A_PART(Nature.FROM_ANSWERS),
    TOO_FEW_VALUES(Nature.STRUCTURAL),
    NOT_LINKABLE(Nature.STRUCTURAL),
    CONTRADICTORY_MARGINS(Nature.STRUCTURAL),
    TOO_FEW_ITEMS(Nature.STRUCTURAL),
    NO_HEADCOUNT(Nature.STRUCTURAL),
    NO_EARLIER_TERM(Nature.STRUCTURAL),
    NOT_ASKED_EARLIER(Nature.STRUCTURAL),
    NEW_CLASS(Nature.STRUCTURAL),
    YEAR_LABEL_MOVED(Nature.STRUCTURAL),
    NO_AT_RISK_RULE(Nature.STRUCTURAL),
    SINGLE_ITEM(Nature.STRUCTURAL),
    ITEMS_NOT_KEPT(Nature.STRUCTURAL),
    NOT_APPLICABLE(Nature.STRUCTURAL);

    /** Whether an absence says something about who answered what. */
    public enum Nature {
        /** It follows from the study's configuration: it may be said. */
        STRUCTURAL,
        /** It follows from answers: it looks like any withheld figure. */
        FROM_ANSWERS
    }

    private final Nature nature;

    Absence(Nature nature) {
        this.nature = nature;
    }

    /** Whether the reason may be said. */
    public Nature nature() {
        return nature;
    }
}
