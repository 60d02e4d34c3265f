package org.evenkeel.intake;

/** Why a row of an export does not count. Rows in = rows kept + rows rejected, reason by reason. */
public enum Rejection {
    /** The respondent has withdrawn. */
    WITHDRAWN,
    /** A preview or test of the survey. */
    PREVIEW,
    /** The platform marked it as spam. */
    SPAM,
    /** Not submitted. */
    UNFINISHED,
    /** The declared consent question was not answered with yes. */
    NO_CONSENT,
    /** The id column is empty. */
    NO_RESPONDENT,
    /** No submission time that can be read. */
    NO_TIME,
    /** Submitted before what the study's retention keeps. */
    PAST_RETENTION,
    /** Submitted outside every term of the study. */
    OUTSIDE_TERMS,
    /** No item of the source was answered. */
    EMPTY,
    /** A submission with the same platform id stands earlier in the same file. */
    DUPLICATE;

    /** The name people read: {@code outside terms}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
