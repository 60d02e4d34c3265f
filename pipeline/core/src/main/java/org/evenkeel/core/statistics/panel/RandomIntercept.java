package org.evenkeel.core.statistics.panel;

import static org.evenkeel.core.statistics.algebra.Cholesky.dot;
import static org.evenkeel.core.statistics.algebra.Cholesky.times;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.cell.Panels;
import org.evenkeel.core.instrument.Lattice;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Fit;

/**
 * Values that follow declared regressors, a level of each person's own and chance: y = xβ + u + e, u ~ N(0, σ²ᵤ), e ~ N(0, σ²ₑ).
 *
 * <p>By restricted maximum likelihood, profiled to the one ratio λ = σ²ᵤ/σ²ₑ: the lowest criterion on a grid of log λ from −8 to
 * 6 and at λ = 0, then the root of its slope around that. A lowest point at the top of the grid is no answer. Degrees of freedom
 * by Satterthwaite with exact second derivatives; where λ = 0 people do not differ and they are answers less coefficients.
 * Assumes that who answered when depends on nothing beyond the regressors and a person's other answers. In points. Sources: Laird
 * and Ware, Biometrics 38 (1982); Bates and others, J. Statistical Software 67 (2015); Giesbrecht and Burns, Biometrics 41 (1985).
 */
public final class RandomIntercept {
    private static final double LOWEST_LOG_RATIO = -8;
    private static final double HIGHEST_LOG_RATIO = 6;
    private static final int GRID = 56;
    private static final double SMALLEST_SPREAD = 1e-12;

    private final PanelSums.At at;
    private final double[][] inverse;
    private final long people;
    private final long answers;
    private final double denominator;
    private final long shift;

    private RandomIntercept(PanelSums.At at, Panels panels, PanelSums sums, Lattice lattice) {
        this.at = at;
        this.inverse = at.inverse();
        this.people = panels.people();
        this.answers = panels.answers();
        this.denominator = lattice.denominator();
        this.shift = sums.shift();
    }

    /** Fits the model, or says why it cannot be fitted. */
    public static Fit<RandomIntercept> of(Panels panels, Lattice lattice) {
        if (panels.people() == 0) {
            return Fit.absent(Absence.NO_RESPONDENTS);
        }
        if (panels.answers() <= panels.regressors() + 1L) {
            return Fit.absent(Absence.TOO_FEW_ANSWERS);
        }
        if (panels.people() == panels.answers()) {
            return Fit.absent(Absence.NOBODY_TWICE);
        }
        PanelSums sums = new PanelSums(panels);
        Optional<PanelSums.At> alike = sums.at(0);
        if (alike.isEmpty()) {
            return Fit.absent(Absence.EFFECTS_NOT_SEPARABLE);
        }
        if (alike.get().residual() <= SMALLEST_SPREAD * panels.answers()) {
            return Fit.absent(Absence.NO_SPREAD);
        }
        return best(sums, alike.get())
                .map(best -> Fit.of(new RandomIntercept(best, panels, sums, lattice)))
                .orElseGet(() -> Fit.absent(Absence.NO_CONVERGENCE));
    }

    /** The coefficients in the order of the regressors. */
    public List<Double> coefficients() {
        double[] values = at.coefficients();
        values[0] += shift;
        return Arrays.stream(values).mapToObj(value -> value / denominator).toList();
    }

    /** One coefficient with its uncertainty. */
    public Contrast coefficient(int regressor) {
        List<Double> weights = new ArrayList<>();
        for (int i = 0; i < inverse.length; i++) {
            weights.add(i == regressor ? 1.0 : 0.0);
        }
        return contrast(weights);
    }

    /** A weighted sum of coefficients with its uncertainty. */
    public Contrast contrast(List<Double> weights) {
        Require.that(
                weights.size() == inverse.length,
                "a contrast needs %s weights. Value given: %s",
                inverse.length,
                weights.size());
        double[] l = weights.stream().mapToDouble(Double::doubleValue).toArray();
        double[] coefficients = at.coefficients();
        coefficients[0] += shift;
        double[] solved = at.solve(l);
        double size = dot(l, solved);
        return new Contrast(
                dot(l, coefficients) / denominator,
                Math.sqrt(at.residualVariance() * size) / denominator,
                degreesOfFreedom(size, dot(solved, times(at.informationSlope(), solved))));
    }

    /** σ²ᵤ: how much people differ from each other, in squared points. */
    public double personVariance() {
        return at.ratio() * residualVariance();
    }

    /** σ²ₑ: how much one person's answers differ, in squared points. */
    public double residualVariance() {
        return at.residualVariance() / (denominator * denominator);
    }

    /** The share of the variance that lies between people. */
    public double intraclassCorrelation() {
        return at.ratio() / (1 + at.ratio());
    }

    /** Minus twice the restricted log-likelihood. */
    public double criterion() {
        return at.criterion(denominator);
    }

    /** The restricted log-likelihood. */
    public double logLikelihood() {
        return -criterion() / 2;
    }

    /** How many people answered. */
    public long people() {
        return people;
    }

    /** How many answers they gave. */
    public long answers() {
        return answers;
    }

    /** The level of one person above what the regressors say, drawn towards 0 by as much as few answers leave open. */
    public double personEffect(List<Panels.Answer> ofOnePerson) {
        double[] coefficients = at.coefficients();
        double distance = 0;
        for (Panels.Answer answer : ofOnePerson) {
            double[] x =
                    answer.regressors().stream().mapToDouble(Long::doubleValue).toArray();
            distance += answer.units() - shift - dot(x, coefficients);
        }
        return at.ratio() / (1 + ofOnePerson.size() * at.ratio()) * distance / denominator;
    }

    private double degreesOfFreedom(double size, double slope) {
        double residual = at.residualVariance();
        double free = answers - (double) inverse.length;
        if (at.ratio() == 0) {
            return free;
        }
        double byRatio = at.curvature(residual);
        double byBoth = -at.residualSlope() / (residual * residual);
        double byResidual = free / (residual * residual);
        double determinant = byRatio * byResidual - byBoth * byBoth;
        double inRatio = -residual * slope;
        double variance = 2
                * (inRatio * inRatio * byResidual - 2 * inRatio * size * byBoth + size * size * byRatio)
                / determinant;
        double degrees = 2 * residual * residual * size * size / variance;
        return degrees > 0 && determinant > 0 ? Math.max(1, Math.min(free, degrees)) : 1;
    }

    private static Optional<PanelSums.At> best(PanelSums sums, PanelSums.At alike) {
        int best = -1;
        double lowest = alike.criterion(1);
        for (int i = 0; i <= GRID; i++) {
            Optional<PanelSums.At> here = sums.at(onGrid(i));
            if (here.isEmpty() || !(here.get().residual() > 0)) {
                return Optional.empty();
            }
            double criterion = here.get().criterion(1);
            if (criterion < lowest) {
                lowest = criterion;
                best = i;
            }
        }
        if (best == GRID) {
            return Optional.empty();
        }
        if (best < 0 && alike.slope() >= 0) {
            return Optional.of(alike);
        }
        double low = best <= 0 ? 0 : onGrid(best - 1);
        double high = onGrid(best + 1);
        PanelSums.At middle = alike;
        for (double ratio = (low + high) / 2; low < ratio && ratio < high; ratio = (low + high) / 2) {
            middle = sums.at(ratio).orElseThrow();
            if (middle.slope() < 0) {
                low = ratio;
            } else {
                high = ratio;
            }
        }
        return Optional.of(middle);
    }

    private static double onGrid(int i) {
        return Math.exp(LOWEST_LOG_RATIO + (HIGHEST_LOG_RATIO - LOWEST_LOG_RATIO) * i / GRID);
    }
}
