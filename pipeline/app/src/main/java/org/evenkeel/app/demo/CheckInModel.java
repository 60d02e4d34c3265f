package org.evenkeel.app.demo;

import java.util.Map;

/**
 * How a weekly answer comes about, in points of its own scale. It is rounded up or down by chance so that its expectation
 * stays exactly this, but at the ends of the scale.
 *
 * @param base an average student's ordinary week without peer contact
 * @param construct the hidden state it follows
 * @param perState points for each hidden standard deviation of being worse off
 * @param exams points in an exam week
 * @param perContact points for each step of the same week's peer-contact answer
 * @param noise standard deviation from week to week
 */
record CheckInModel(double base, Construct construct, double perState, double exams, double perContact, double noise) {
    double expected(Map<Construct, Double> hidden, Season season, int contact, double chance) {
        return base
                + perState * hidden.getOrDefault(construct, 0.0)
                + exams * season.strain()
                + perContact * contact
                + noise * chance;
    }
}
