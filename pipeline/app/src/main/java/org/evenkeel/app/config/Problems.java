package org.evenkeel.app.config;

import java.time.DateTimeException;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.evenkeel.core.problem.UsageProblem;

/** Everything wrong with the files read so far, so that it can be said at once. */
public final class Problems {
    private record Entry(Place place, String message) {}

    private final Set<Entry> entries =
            new TreeSet<>(Comparator.comparing(Entry::place).thenComparing(Entry::message));

    /** Notes one problem at its place. */
    public void add(Place place, String message) {
        entries.add(new Entry(place, message));
    }

    /** Notes all problems of another file. */
    public void addAll(Problems others) {
        entries.addAll(others.entries);
    }

    /** Whether nothing is wrong so far. */
    public boolean none() {
        return entries.isEmpty();
    }

    /** What the supplier makes; where its preconditions refuse, their message is noted at this place. */
    public <T> Optional<T> attempt(Place place, Supplier<T> supplier) {
        try {
            return Optional.of(supplier.get());
        } catch (IllegalArgumentException | DateTimeException refused) {
            add(place, String.valueOf(refused.getMessage()));
            return Optional.empty();
        }
    }

    /** Throws all problems as one, a line each, sorted by place; does nothing where there are none. */
    public void throwIfAny() {
        if (!entries.isEmpty()) {
            throw new UsageProblem(toString());
        }
    }

    /** A line for each problem, sorted by place. */
    @Override
    public String toString() {
        return entries.stream()
                .map(entry -> entry.place() + ": " + entry.message())
                .collect(Collectors.joining("\n"));
    }
}
