package org.evenkeel.core.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

class SimplexTest {
    /** Variables 2 and 3 follow 0 and 1: x2 = x0 + x1, x3 = x0 − x1. */
    private static Simplex program() {
        return new Simplex(
                new double[][] {{-1, -1}, {-1, 1}},
                new int[] {2, 3},
                new int[] {0, 1},
                new double[] {-1, -1, -9, -1},
                new double[] {3, 2, 9, 1});
    }

    @Test
    void raise_boundsOfFollowers_holdItBack() {
        Simplex simplex = program();
        int steps = simplex.raise(2, 100, 50);
        assertThat(steps).isLessThan(50);
        assertThat(simplex.value(2)).isCloseTo(5, within(1e-9));
        assertThat(simplex.value(0)).isCloseTo(3, within(1e-9));
        assertThat(simplex.value(1)).isCloseTo(2, within(1e-9));
        assertThat(simplex.value(3)).isCloseTo(1, within(1e-9));
    }

    @Test
    void raise_highEnoughAlready_takesNoStep() {
        assertThat(program().raise(2, 0, 50)).isZero();
    }

    @Test
    void raise_stepsUsedUp_saysSo() {
        assertThat(program().raise(2, 100, 1)).isEqualTo(1);
    }

    @Test
    void restart_afterASolution_findsItAgain() {
        Simplex simplex = program();
        simplex.raise(2, 100, 50);
        simplex.restart();
        assertThat(simplex.value(2)).isZero();
        assertThat(simplex.enter(2)).isTrue();
        simplex.raise(2, 100, 50);
        assertThat(simplex.value(2)).isCloseTo(5, within(1e-9));
    }

    @Test
    void enter_variableNoRowDependsOn_isRefused() {
        Simplex simplex = new Simplex(
                new double[][] {{0, -1}}, new int[] {2}, new int[] {0, 1}, new double[3], new double[] {1, 1, 1});
        assertThat(simplex.enter(0)).isFalse();
        assertThat(simplex.enter(1)).isTrue();
        assertThat(simplex.basic()).containsExactly(1);
        assertThat(simplex.enter(1)).isTrue();
    }

    @Tag("school")
    @Test
    void raise_randomPrograms_agreesWithASecondSolver() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            int rows = 2 + random.nextInt(5);
            int columns = 2 + random.nextInt(6);
            double[][] table = new double[rows][columns];
            ExpressionsBasedModel model = new ExpressionsBasedModel();
            double[] lower = new double[columns + rows];
            double[] upper = new double[columns + rows];
            List<Variable> variables = IntStream.range(0, columns)
                    .mapToObj(column -> {
                        lower[column] = -random.nextInt(4);
                        upper[column] = random.nextInt(4);
                        return model.addVariable("x" + column)
                                .lower(lower[column])
                                .upper(upper[column]);
                    })
                    .toList();
            for (int row = 0; row < rows; row++) {
                Expression expression = model.addExpression("r" + row);
                for (int column = 0; column < columns; column++) {
                    table[row][column] = random.nextInt(5) - 2;
                    expression.set(variables.get(column), -table[row][column]);
                }
                lower[columns + row] = row == 0 ? 0 : -random.nextInt(4);
                upper[columns + row] = row == 0 ? Double.POSITIVE_INFINITY : random.nextInt(4);
                if (row == 0) {
                    expression.weight(1);
                } else {
                    expression.lower(lower[columns + row]).upper(upper[columns + row]);
                }
            }
            Simplex simplex = new Simplex(
                    table,
                    IntStream.range(columns, columns + rows).toArray(),
                    IntStream.range(0, columns).toArray(),
                    lower,
                    upper);
            simplex.raise(columns, 1e9, 1_000);
            assertThat(simplex.value(columns))
                    .as("program %s", seed)
                    .isCloseTo(model.maximise().getValue(), within(1e-6));
        }
    }

    /** Nothing is in the way of the goal but how far each of the others may go, downward as well. */
    @Test
    void raise_othersThatPullDown_areLoweredToTheirEnds() {
        Simplex simplex = new Simplex(
                new double[][] {{-2, 3}}, new int[] {2}, new int[] {0, 1}, new double[] {-1, -4, -99}, new double[] {
                    5, 6, 99
                });
        simplex.raise(2, 99, 10);
        assertThat(simplex.value(0)).isEqualTo(5);
        assertThat(simplex.value(1)).isEqualTo(-4);
        assertThat(simplex.value(2)).isEqualTo(22);
    }

    @Test
    void raise_exactlyEnough_stops() {
        Simplex simplex = new Simplex(
                new double[][] {{-1, -2}}, new int[] {2}, new int[] {0, 1}, new double[3], new double[] {5, 5, 99});
        assertThat(simplex.raise(2, 10, 10)).isEqualTo(1);
        assertThat(simplex.value(0)).isZero();
        assertThat(simplex.value(1)).isEqualTo(5);
        assertThat(simplex.raise(2, 99, 10)).isEqualTo(1);
        assertThat(simplex.value(2)).isEqualTo(15);
    }

    /** The followers stop each other in turn: x2 = x0 ≤ 3, x3 = x0 + x1 ≤ 4, x4 = x1 − x0 between −1 and 1; the goal has no end. */
    @Test
    void raise_followersThatStopEachOther_reachTheCornerBetweenThem() {
        Simplex simplex = new Simplex(
                new double[][] {{-1, 0}, {-1, -1}, {1, -1}},
                new int[] {2, 3, 4},
                new int[] {0, 1},
                new double[] {-9, -9, -9, -2, -1},
                new double[] {9, 9, 3, 4, 1});
        assertThat(simplex.enter(3)).isTrue();
        simplex.raise(3, 99, 20);
        assertThat(simplex.value(3)).isCloseTo(7, within(1e-9));
        simplex.restart();
        assertThat(simplex.enter(2)).isTrue();
        simplex.raise(2, 99, 20);
        assertThat(simplex.value(2)).isCloseTo(2.5, within(1e-9));
        assertThat(simplex.value(4)).isCloseTo(-1, within(1e-9));
        assertThat(simplex.value(3)).isCloseTo(4, within(1e-9));
    }

    @Test
    void enter_largestCoefficient_isPivotedOn() {
        Simplex simplex = new Simplex(
                new double[][] {{1e-12, 1}, {-2, 1}, {-3, 1}},
                new int[] {2, 3, 4},
                new int[] {0, 1},
                new double[5],
                new double[] {9, 9, 9, 9, 9});
        assertThat(simplex.enter(0)).isTrue();
        assertThat(simplex.basic()).containsExactly(2, 3, 0);
        Simplex none =
                new Simplex(new double[][] {{1e-12}}, new int[] {1}, new int[] {0}, new double[2], new double[] {9, 9});
        assertThat(none.enter(0)).isFalse();
    }
}
