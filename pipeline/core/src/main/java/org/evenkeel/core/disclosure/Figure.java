package org.evenkeel.core.disclosure;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Absence;

/** An estimate as it may be shown. */
public sealed interface Figure {
    /** Dispatches on what it is. */
    <R> R match(
            Function<Shown, R> shown,
            Function<Banded, R> banded,
            Function<Withheld, R> withheld,
            Function<Structural, R> structural);

    /** The shown value, if it is one. */
    default Optional<Shown> shown() {
        return match(Optional::of, banded -> Optional.empty(), withheld -> Optional.empty(), s -> Optional.empty());
    }

    /** The only withheld figure there is: every one looks the same, whatever the reason. */
    static Figure withheld() {
        return new Withheld();
    }

    /**
     * A value on its display grid.
     *
     * @param value the value, its scale being the digits that are printed
     * @param range its interval on the same grid, widened outward
     * @param step the distance between neighbouring values of the grid
     */
    record Shown(BigDecimal value, Optional<Range> range, BigDecimal step) implements Figure {
        @Override
        public <R> R match(
                Function<Shown, R> shown,
                Function<Banded, R> banded,
                Function<Withheld, R> withheld,
                Function<Structural, R> structural) {
            return shown.apply(this);
        }
    }

    /** An interval on the display grid. */
    record Range(BigDecimal lower, BigDecimal upper) {
        public Range {
            Require.that(
                    lower.compareTo(upper) <= 0, "a range needs its ends in order. Value given: %s..%s", lower, upper);
        }

        /** Whether the two have no value in common. */
        public boolean clearOf(Range other) {
            return lower.compareTo(other.upper) > 0 || upper.compareTo(other.lower) < 0;
        }
    }

    /** A value known only to lie in a band; an end that is absent is open. */
    record Banded(Optional<BigDecimal> lower, Optional<BigDecimal> upper) implements Figure {
        public Banded {
            Require.that(lower.isPresent() || upper.isPresent(), "a band needs at least %s end", 1);
        }

        @Override
        public <R> R match(
                Function<Shown, R> shown,
                Function<Banded, R> banded,
                Function<Withheld, R> withheld,
                Function<Structural, R> structural) {
            return banded.apply(this);
        }
    }

    /** Not shown, to protect respondents. */
    record Withheld() implements Figure {
        @Override
        public <R> R match(
                Function<Shown, R> shown,
                Function<Banded, R> banded,
                Function<Withheld, R> withheld,
                Function<Structural, R> structural) {
            return withheld.apply(this);
        }
    }

    /** Does not exist for a reason that follows from the study's configuration alone. */
    record Structural(Absence reason) implements Figure {
        public Structural {
            Require.that(
                    reason.nature() == Absence.Nature.STRUCTURAL,
                    "a reason that follows from answers may not be said: %s",
                    reason);
        }

        @Override
        public <R> R match(
                Function<Shown, R> shown,
                Function<Banded, R> banded,
                Function<Withheld, R> withheld,
                Function<Structural, R> structural) {
            return structural.apply(this);
        }
    }
}
