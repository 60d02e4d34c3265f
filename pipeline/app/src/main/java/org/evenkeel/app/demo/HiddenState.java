package org.evenkeel.app.demo;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What nobody sees of a student in a term: for each construct how much worse off than the average student, before anything
 * that happens to a whole cohort. Part of it is general, part of it the construct's own; part lasts, part is the term's.
 */
record HiddenState(Map<Construct, Double> values) {
    /** The average student. */
    static final HiddenState NONE = new HiddenState(Map.of());

    /** The state of the student in the term. */
    static HiddenState of(long seed, Student student, int term) {
        Map<Construct, Double> values = new EnumMap<>(Construct.class);
        Chance now = Chance.of(seed, "state", student.place(), term);
        double general = now.normal();
        for (Construct construct : Construct.values()) {
            values.put(
                    construct,
                    StrictMath.sqrt(Construct.LASTING) * lasting(seed, student, construct)
                            + StrictMath.sqrt(1 - Construct.LASTING) * combined(general, now.normal()));
        }
        return new HiddenState(values);
    }

    /** The part of the construct that stays with the student. */
    static double lasting(long seed, Student student, Construct construct) {
        double general = Chance.of(seed, "trait", student.place()).normal();
        double own = Chance.of(seed, construct.name(), student.place()).normal();
        return combined(general, own);
    }

    /** This state, and what happens to the student's cohort on top of it. */
    Map<Construct, Double> with(ToDoubleFunction<Construct> shift) {
        Map<Construct, Double> shifted = new EnumMap<>(Construct.class);
        for (Construct construct : Construct.values()) {
            shifted.put(construct, values.getOrDefault(construct, 0.0) + shift.applyAsDouble(construct));
        }
        return shifted;
    }

    private static double combined(double general, double own) {
        return Construct.GENERAL * general + StrictMath.sqrt(1 - Construct.GENERAL * Construct.GENERAL) * own;
    }
}
