package org.evenkeel.core.statistics;

import java.util.Optional;
import java.util.function.Function;

/**
 * What became of fitting a model: the model with its results, or the reason why there is none.
 *
 * @param <T> the fitted model
 */
public sealed interface Fit<T> {
    /** Dispatches on what it is. */
    <R> R match(Function<T, R> present, Function<Absence, R> absent);

    /** The fitted model, if there is one. */
    default Optional<T> present() {
        return match(Optional::of, reason -> Optional.empty());
    }

    /** The reason for its absence, if it is absent. */
    default Optional<Absence> absence() {
        return match(fitted -> Optional.empty(), Optional::of);
    }

    /** What follows from the model, if there is one. */
    default <R> Fit<R> then(Function<T, Fit<R>> next) {
        return match(next, Fit::absent);
    }

    /** A fitted model. */
    static <T> Fit<T> of(T fitted) {
        return new Present<>(fitted);
    }

    /** No model, for this reason. */
    static <T> Fit<T> absent(Absence reason) {
        return new Absent<>(reason);
    }

    /** A model that could be fitted. */
    record Present<T>(T fitted) implements Fit<T> {
        @Override
        public <R> R match(Function<T, R> present, Function<Absence, R> absent) {
            return present.apply(fitted);
        }
    }

    /** A model that could not be fitted. */
    record Absent<T>(Absence reason) implements Fit<T> {
        @Override
        public <R> R match(Function<T, R> present, Function<Absence, R> absent) {
            return absent.apply(reason);
        }
    }
}
