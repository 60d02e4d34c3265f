package org.evenkeel.core.instrument;

/** What measures speak of; measures of one theme are reported together, stress and engagement first. */
public enum Theme {
    STRESS,
    ENGAGEMENT,
    BURNOUT,
    WELLBEING,
    DISTRESS,
    CONNECTION,
    PEER_SUPPORT
}
