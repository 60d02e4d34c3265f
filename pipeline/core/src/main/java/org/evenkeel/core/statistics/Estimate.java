package org.evenkeel.core.statistics;

import java.util.Optional;
import java.util.function.Function;
import org.evenkeel.core.problem.Require;

/** What statistics make of cells: a value with its uncertainty, or the reason why there is none. Never NaN. */
public sealed interface Estimate {
    /** Dispatches on what it is. */
    <R> R match(Function<Present, R> present, Function<Absent, R> absent);

    /** The estimate, if it is present. */
    default Optional<Present> present() {
        return match(Optional::of, absent -> Optional.empty());
    }

    /** A value without an interval. */
    static Estimate exactly(double value) {
        return new Present(value, Optional.empty(), Target.DESCRIPTIVE, Optional.empty());
    }

    /** No value, for this reason. */
    static Estimate absent(Absence reason) {
        return new Absent(reason);
    }

    /**
     * An estimate that could be computed.
     *
     * @param value the point estimate
     * @param interval its 95% interval, where there is one
     * @param target what it speaks of
     * @param note what a reader needs to know beside it
     */
    record Present(double value, Optional<Interval> interval, Target target, Optional<Remark> note)
            implements Estimate {
        public Present {
            Require.that(Double.isFinite(value), "an estimate must be a finite number. Value given: %s", value);
        }

        @Override
        public <R> R match(Function<Present, R> present, Function<Absent, R> absent) {
            return present.apply(this);
        }
    }

    /** An estimate that could not be computed. */
    record Absent(Absence reason) implements Estimate {
        @Override
        public <R> R match(Function<Present, R> present, Function<Absent, R> absent) {
            return absent.apply(this);
        }
    }
}
