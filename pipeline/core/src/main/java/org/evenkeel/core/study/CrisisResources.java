package org.evenkeel.core.study;

/** Whether a survey's respondents are shown where to find help in a crisis. */
public enum CrisisResources {
    /** The study does not say. */
    NOT_STATED,
    /** The study says that every respondent is shown them. */
    SHOWN
}
