package org.evenkeel.core.cell;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.evenkeel.core.problem.Require;

/**
 * What a model with a random intercept for each person needs of people who answered once or more: cross-products of declared
 * regressors and of values, by number of answers. Exact whole numbers; addition is commutative and associative. The first
 * regressor is the constant 1.
 *
 * @param regressors how many regressors each answer has
 * @param crossProducts Σxxᵀ over answers: row by row the upper triangle with its diagonal
 * @param products Σxy over answers
 * @param squares Σy² over answers, y in units of the measure's lattice
 * @param lengths sums over people, by number of answers, ascending
 */
public record Panels(
        int regressors,
        List<BigInteger> crossProducts,
        List<BigInteger> products,
        BigInteger squares,
        List<Length> lengths) {

    /**
     * One answer.
     *
     * @param regressors its declared regressors, whole numbers such as 0 and 1; the first is 1
     * @param units its value in units of the measure's lattice
     */
    public record Answer(List<Long> regressors, long units) {
        public Answer {
            regressors = List.copyOf(regressors);
            Require.that(
                    !regressors.isEmpty() && regressors.get(0) == 1,
                    "the first regressor must be the constant 1. Value given: %s",
                    regressors.isEmpty() ? "none" : regressors.get(0));
        }
    }

    /**
     * The people who answered equally often.
     *
     * @param answers answers of each
     * @param people how many they are
     * @param crossProducts Σssᵀ over people, s the sum of a person's regressors; upper triangle
     * @param products Σst over people, t the sum of a person's values
     * @param squares Σt² over people
     */
    public record Length(
            int answers, long people, List<BigInteger> crossProducts, List<BigInteger> products, BigInteger squares) {
        public Length {
            crossProducts = List.copyOf(crossProducts);
            products = List.copyOf(products);
            Require.that(answers >= 1, "a person has 1 answer or more. Value given: %s", answers);
            Require.that(people >= 1, "a length needs 1 person or more. Value given: %s", people);
            Require.that(squares.signum() >= 0, "a sum of squares must be 0 or more. Value given: %s", squares);
        }

        private Length plus(Length other) {
            return new Length(
                    answers,
                    people + other.people,
                    add(crossProducts, other.crossProducts),
                    add(products, other.products),
                    squares.add(other.squares));
        }
    }

    public Panels {
        crossProducts = List.copyOf(crossProducts);
        products = List.copyOf(products);
        lengths = List.copyOf(lengths);
        Require.that(regressors >= 1, "a model has 1 regressor or more. Value given: %s", regressors);
        Require.that(squares.signum() >= 0, "a sum of squares must be 0 or more. Value given: %s", squares);
        int triangle = regressors * (regressors + 1) / 2;
        requireSizes(regressors, triangle, crossProducts, products);
        for (int i = 0; i < lengths.size(); i++) {
            requireSizes(
                    regressors,
                    triangle,
                    lengths.get(i).crossProducts(),
                    lengths.get(i).products());
            Require.that(
                    i == 0 || lengths.get(i - 1).answers() < lengths.get(i).answers(),
                    "lengths must ascend. Value given: %s",
                    lengths.get(i).answers());
        }
    }

    /** Nobody, for a model of this many regressors. */
    public static Panels empty(int regressors) {
        return new Panels(
                regressors, zeros(regressors * (regressors + 1) / 2), zeros(regressors), BigInteger.ZERO, List.of());
    }

    /** One person with all their answers, in any order. */
    public static Panels ofOne(List<Answer> answers) {
        Require.that(!answers.isEmpty(), "a person needs 1 answer or more. Value given: %s", answers.size());
        int size = answers.get(0).regressors().size();
        List<BigInteger> crossProducts = zeros(size * (size + 1) / 2);
        List<BigInteger> products = zeros(size);
        BigInteger squares = BigInteger.ZERO;
        List<BigInteger> sums = zeros(size);
        BigInteger total = BigInteger.ZERO;
        for (Answer answer : answers) {
            Require.that(
                    answer.regressors().size() == size,
                    "every answer needs %s regressors. Value given: %s",
                    size,
                    answer.regressors().size());
            List<BigInteger> x =
                    answer.regressors().stream().map(BigInteger::valueOf).toList();
            BigInteger y = BigInteger.valueOf(answer.units());
            crossProducts = add(crossProducts, square(x));
            products = add(products, times(x, y));
            squares = squares.add(y.multiply(y));
            sums = add(sums, x);
            total = total.add(y);
        }
        return new Panels(
                size,
                crossProducts,
                products,
                squares,
                List.of(new Length(answers.size(), 1, square(sums), times(sums, total), total.multiply(total))));
    }

    /** These people and those, who must be different people. */
    public Panels plus(Panels other) {
        Require.that(
                regressors == other.regressors,
                "panels of %s and %s regressors cannot be added",
                regressors,
                other.regressors);
        return new Panels(
                regressors,
                add(crossProducts, other.crossProducts),
                add(products, other.products),
                squares.add(other.squares),
                merged(lengths, other.lengths));
    }

    /** All people. */
    public long people() {
        return lengths.stream().mapToLong(Length::people).sum();
    }

    /** All answers. */
    public long answers() {
        return lengths.stream()
                .mapToLong(length -> length.people() * length.answers())
                .sum();
    }

    /** The place of a pair of regressors in an upper triangle. */
    public int place(int first, int second) {
        int row = Math.min(first, second);
        int column = Math.max(first, second);
        return row * regressors - row * (row - 1) / 2 + column - row;
    }

    private static List<Length> merged(List<Length> left, List<Length> right) {
        List<Length> all = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < left.size() || j < right.size()) {
            if (j == right.size()
                    || (i < left.size() && left.get(i).answers() < right.get(j).answers())) {
                all.add(left.get(i++));
            } else if (i == left.size() || right.get(j).answers() < left.get(i).answers()) {
                all.add(right.get(j++));
            } else {
                all.add(left.get(i++).plus(right.get(j++)));
            }
        }
        return all;
    }

    private static void requireSizes(
            int regressors, int triangle, List<BigInteger> crossProducts, List<BigInteger> products) {
        Require.that(
                crossProducts.size() == triangle && products.size() == regressors,
                "%s regressors need %s cross-products and as many products as regressors. Value given: %s, %s",
                regressors,
                triangle,
                crossProducts.size(),
                products.size());
    }

    private static List<BigInteger> zeros(int size) {
        return IntStream.range(0, size).mapToObj(i -> BigInteger.ZERO).toList();
    }

    private static List<BigInteger> square(List<BigInteger> values) {
        List<BigInteger> triangle = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            for (int j = i; j < values.size(); j++) {
                triangle.add(values.get(i).multiply(values.get(j)));
            }
        }
        return triangle;
    }

    private static List<BigInteger> times(List<BigInteger> values, BigInteger factor) {
        return values.stream().map(value -> value.multiply(factor)).toList();
    }

    private static List<BigInteger> add(List<BigInteger> left, List<BigInteger> right) {
        return IntStream.range(0, left.size())
                .mapToObj(i -> left.get(i).add(right.get(i)))
                .toList();
    }
}
