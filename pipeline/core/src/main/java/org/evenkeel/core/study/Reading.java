package org.evenkeel.core.study;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;

/**
 * What a study declares about how a source's files are to be read, beyond where the answers are.
 *
 * @param missing texts or numbers that mean that there is no answer, in any column
 * @param dropped columns that identify people and are to be dropped unread; a {@code *} stands for anything
 * @param choices for an attribute that says whether a multiple choice was made, the choice
 * @param zone the name of the zone of times where the file names none; empty means the study's
 * @param dates how dates are written
 * @param crisisResources whether respondents are shown where to find help
 */
public record Reading(
        Set<String> missing,
        Set<String> dropped,
        Map<AttributeId, String> choices,
        String zone,
        DateForm dates,
        CrisisResources crisisResources)
        implements Serializable {
    /** Nothing is declared. */
    public static final Reading USUAL =
            new Reading(Set.of(), Set.of(), Map.of(), "", DateForm.AS_WRITTEN, CrisisResources.NOT_STATED);

    public Reading {
        missing = Set.copyOf(missing);
        dropped = Set.copyOf(dropped);
        choices = Map.copyOf(choices);
    }
}
