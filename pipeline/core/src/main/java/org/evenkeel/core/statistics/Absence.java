package org.evenkeel.core.statistics;

/** Why an estimate is absent. */
public enum Absence {
    NO_RESPONDENTS("nobody answered", Nature.FROM_ANSWERS),
    ONE_RESPONDENT("one answer has no spread", Nature.FROM_ANSWERS),
    NO_SPREAD("every answer is the same", Nature.FROM_ANSWERS),
    TOO_FEW_COMPLETE("too few complete answer sheets", Nature.FROM_ANSWERS),
    TOO_FEW_GROUPS("there are too few groups to compare", Nature.FROM_ANSWERS),
    TOO_FEW_ANSWERS("there are too few answers for this model", Nature.FROM_ANSWERS),
    NOBODY_TWICE("nobody answered more than once, so people cannot be told from occasions", Nature.FROM_ANSWERS),
    EFFECTS_NOT_SEPARABLE("the answers cannot tell the effects of this model apart", Nature.FROM_ANSWERS),
    NO_CONVERGENCE("the model found no answer it could settle on", Nature.FROM_ANSWERS),
    IMPROPER_FACTOR("one item takes up the whole factor, so the model does not hold", Nature.FROM_ANSWERS),
    SHORT_BASELINE("fewer than 12 teaching weeks have been shown, too few for limits", Nature.FROM_ANSWERS),
    HEADCOUNT_BELOW_RESPONDENTS("the headcount is below the number of respondents", Nature.FROM_ANSWERS),
    NOBODY_IN_CATEGORY("a category with students in it has no respondents to weight", Nature.FROM_ANSWERS),
    NOBODY_LINKED("nobody who can be linked answered in both terms", Nature.FROM_ANSWERS),
    EVERYBODY_ANSWERED("everybody answered, so nobody is left who could differ", Nature.FROM_ANSWERS),
    NOTHING_TIPS("no score that the others could have would change it", Nature.FROM_ANSWERS),
    TOO_FEW_IN_A_PART("a part of the distribution has too few respondents", Nature.FROM_ANSWERS),
    TOO_FEW_VALUES("the measure has fewer than five values", Nature.STRUCTURAL),
    NOT_LINKABLE("who answered in both terms is not known, because the source has no ids", Nature.STRUCTURAL),
    CONTRADICTORY_MARGINS("the headcounts by different attributes have different totals", Nature.STRUCTURAL),
    TOO_FEW_ITEMS("a factor needs three items or more", Nature.STRUCTURAL),
    NO_HEADCOUNT("no headcount was given for this group", Nature.STRUCTURAL),
    NO_EARLIER_TERM("there is no earlier term to compare with", Nature.STRUCTURAL),
    NOT_ASKED_EARLIER("the earlier term has no answers to compare with", Nature.STRUCTURAL),
    NEW_CLASS("this class entered this term", Nature.STRUCTURAL),
    YEAR_LABEL_MOVED("the year label moved to other people and no class is declared to follow them", Nature.STRUCTURAL),
    NO_AT_RISK_RULE("the measure has no at-risk rule", Nature.STRUCTURAL),
    SINGLE_ITEM("a single item has no internal consistency", Nature.STRUCTURAL),
    ITEMS_NOT_KEPT("the answers to its single items are not kept", Nature.STRUCTURAL),
    NOT_APPLICABLE("the figure does not apply here", Nature.STRUCTURAL);

    /** Whether an absence says something about who answered what. */
    public enum Nature {
        /** It follows from the study's configuration: it may be said. */
        STRUCTURAL,
        /** It follows from answers: it looks like any withheld figure. */
        FROM_ANSWERS
    }

    private final String words;
    private final Nature nature;

    Absence(String words, Nature nature) {
        this.words = words;
        this.nature = nature;
    }

    /** The reason in words. */
    public String words() {
        return words;
    }

    /** Whether the reason may be said. */
    public Nature nature() {
        return nature;
    }
}
