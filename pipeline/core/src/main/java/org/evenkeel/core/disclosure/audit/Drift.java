package org.evenkeel.core.disclosure.audit;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far an assignment can drift along reshufflings while every answer stays on the scale. No shown group's total moves at all, so
 * whatever is shown of these totals, on whatever grid, stays as it was: the cheapest proposal of an assignment far away.
 */
final class Drift {
    private static final int PASSES = 2;

    private final Knowledge knowledge;
    private final List<Course> courses;
    private final double[] from;

    /**
     * A reshuffling as a direction: how much each of these atoms moves, scaled so that no atom moves by more than one point for each of
     * its respondents.
     */
    private static final class Course {
        private final int[] atoms;
        private final double[] moves;

        Course(Knowledge knowledge, Reshuffling reshuffling) {
            this.atoms = IntStream.range(0, knowledge.atoms())
                    .filter(atom -> reshuffling.shift(atom) != 0)
                    .toArray();
            double steepest = Arrays.stream(atoms)
                    .mapToDouble(atom -> Math.abs((double) reshuffling.shift(atom)) / knowledge.respondents(atom))
                    .max()
                    .orElse(1);
            this.moves = Arrays.stream(atoms)
                    .mapToDouble(atom -> reshuffling.shift(atom) / steepest)
                    .toArray();
        }

        double gain(BitSet group) {
            double gain = 0;
            for (int place = 0; place < atoms.length; place++) {
                gain += group.get(atoms[place]) ? moves[place] : 0;
            }
            return gain;
        }
    }

    /** A course with how much a group's total gains along it. */
    private record Gain(Course course, double gain) {}

    /**
     * The drift of an assignment.
     *
     * @param from totals that the attacker cannot rule out
     * @param reshufflings those that no shown group sees
     */
    Drift(Knowledge knowledge, List<Reshuffling> reshufflings, double[] from) {
        this.knowledge = knowledge;
        this.courses = reshufflings.stream()
                .map(reshuffling -> new Course(knowledge, reshuffling))
                .toList();
        this.from = from.clone();
    }

    /** The assignment reached by drifting, steepest first, so that the group's total rises, or falls for the sign −1. */
    double[] towards(BitSet group, int sign) {
        List<Gain> gains = courses.stream()
                .map(course -> new Gain(course, course.gain(group)))
                .filter(gain -> gain.gain() != 0)
                .sorted(Comparator.comparing(gain -> -Math.abs(gain.gain())))
                .toList();
        double[] totals = from.clone();
        for (int pass = 0; pass < PASSES; pass++) {
            for (Gain gain : gains) {
                drift(totals, gain.course(), sign * Math.signum(gain.gain()));
            }
        }
        return totals;
    }

    /** As far along the course, or against it, as no atom leaves the scale. */
    private void drift(double[] totals, Course course, double direction) {
        double length = Double.POSITIVE_INFINITY;
        for (int place = 0; place < course.atoms.length; place++) {
            int atom = course.atoms[place];
            double move = direction * course.moves[place];
            double end = knowledge.respondents(atom) * (move > 0 ? knowledge.highest() : knowledge.lowest());
            length = Math.min(length, Math.max(0, (end - totals[atom]) / move));
        }
        for (int place = 0; length > 0 && place < course.atoms.length; place++) {
            totals[course.atoms[place]] += length * direction * course.moves[place];
        }
    }
}
