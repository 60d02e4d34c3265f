package org.evenkeel.core.statistics.control;

import org.evenkeel.core.instrument.Direction;

/** The side of the centre on which a signal lies. */
public enum Side {
    ABOVE,
    BELOW;

    /** The side on which a measure is worse. */
    public static Side worse(Direction direction) {
        return switch (direction) {
            case HIGHER_IS_WORSE -> ABOVE;
            case HIGHER_IS_BETTER -> BELOW;
            case NEUTRAL -> throw new IllegalArgumentException("a neutral measure has no worse side");
        };
    }

    /** A distance counted towards this side. */
    double towards(double distance) {
        return switch (this) {
            case ABOVE -> distance;
            case BELOW -> -distance;
        };
    }
}
