package org.evenkeel.app.config;

import java.util.Comparator;

/** A place in a file as editors count: line and column from 1. */
public record Place(String file, int line, int column) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::file).thenComparing(Place::line).thenComparing(Place::column);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** The form that terminals and editors make a link of: {@code study.yaml:6:3}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
