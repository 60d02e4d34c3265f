package org.evenkeel.core.study;

import org.evenkeel.core.instrument.ScaleId;

/** What one source reports: one scale as that source asks it. */
public record Measure(SourceId source, ScaleId scale) implements Comparable<Measure> {
    /** The key under which the measure is stored: {@code term-survey/pss-10}. */
    public String key() {
        return source + "/" + scale;
    }

    /** Reads what {@link #key} wrote. */
    public static Measure parse(String key) {
        int slash = key.indexOf('/');
        return new Measure(new SourceId(key.substring(0, slash)), new ScaleId(key.substring(slash + 1)));
    }

    @Override
    public int compareTo(Measure other) {
        return key().compareTo(other.key());
    }

    @Override
    public String toString() {
        return key();
    }
}
