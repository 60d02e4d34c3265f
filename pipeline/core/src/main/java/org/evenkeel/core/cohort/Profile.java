package org.evenkeel.core.cohort;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.study.AttributeId;

/** The declared attributes a respondent has in a term, fixed at the term's cut-off. */
public record Profile(SortedMap<AttributeId, String> values) implements Comparable<Profile> {
    /** The value of an attribute nobody stated. It is a value like any other, and forms cohorts of its own. */
    public static final String NOT_STATED = "not stated";

    public Profile {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** A profile of these values. */
    public static Profile of(Map<AttributeId, String> values) {
        return new Profile(new TreeMap<>(values));
    }

    /** The attribute's value; {@link #NOT_STATED} where there is none. */
    public String value(AttributeId attribute) {
        return values.getOrDefault(attribute, NOT_STATED);
    }

    @Override
    public int compareTo(Profile other) {
        return values.toString().compareTo(other.values.toString());
    }
}
