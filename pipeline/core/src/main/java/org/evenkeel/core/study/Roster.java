package org.evenkeel.core.study;

/** Where respondents' attributes come from. */
public sealed interface Roster {
    /** Each source's own exports hold the attributes of its respondents. */
    record OwnColumns() implements Roster {}

    /** One source's exports hold the attributes of all respondents who share its id space. */
    record FromSource(SourceId source) implements Roster {}

    /** A CSV file in the study's folder: respondent, term, and a column per attribute. */
    record FromFile(String path, String idSpace) implements Roster {}
}
