package org.evenkeel.core.study;

import java.util.Locale;

/** A language that reports are written in, with the forms of its numbers and dates. */
public enum Language {
    BRITISH_ENGLISH(Locale.forLanguageTag("en-GB")),
    AMERICAN_ENGLISH(Locale.forLanguageTag("en-US")),
    SPANISH(Locale.forLanguageTag("es"));

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** Its locale. */
    public Locale locale() {
        return locale;
    }

    /** Its tag in configuration and releases: {@code en-GB}, {@code en-US} or {@code es}. */
    public String tag() {
        return locale.toLanguageTag();
    }
}
