package org.evenkeel.core.statistics;

/** Why an estimate is absent. */
public enum Absence {
    NO_RESPONDENTS("nobody answered", Nature.FROM_ANSWERS),
    ONE_RESPONDENT("one answer has no spread", Nature.FROM_ANSWERS),
    NO_SPREAD("every answer is the same", Nature.FROM_ANSWERS),
    TOO_FEW_COMPLETE("too few complete answer sheets", Nature.FROM_ANSWERS),
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
