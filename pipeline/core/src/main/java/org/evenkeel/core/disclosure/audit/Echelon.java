package org.evenkeel.core.disclosure.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A space of vectors modulo the {@link PrimeField#PRIME prime}, kept in reduced echelon form. Pivots are looked for in a given order
 * of the columns, so that the rows whose pivots come last vanish on all columns that come first.
 */
final class Echelon {
    private final int[] order;
    private final List<long[]> rows = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();

    /** The empty space; pivots are taken from columns in this order. */
    Echelon(int[] order) {
        this.order = order.clone();
    }

    /** The space of these vectors. */
    static Echelon of(Iterable<long[]> vectors, int[] order) {
        Echelon echelon = new Echelon(order);
        vectors.forEach(echelon::add);
        return echelon;
    }

    /** Widens the space by a vector, and says whether it was new. */
    boolean add(long[] vector) {
        long[] rest = reduce(vector);
        int pivot = pivot(rest);
        if (pivot < 0) {
            return false;
        }
        scale(rest, PrimeField.inverse(rest[pivot]));
        for (long[] row : rows) {
            subtract(row, row[pivot], rest);
        }
        rows.add(rest);
        pivots.add(pivot);
        return true;
    }

    /**
     * Narrows the space to its vectors that are 0 in this column. The row whose pivot comes last takes the column out of all others;
     * theirs come first, so they keep their pivots.
     */
    void narrow(int column) {
        int last = -1;
        for (int place : placesInOrder()) {
            last = rows.get(place)[column] != 0 ? place : last;
        }
        if (last >= 0) {
            long[] leaving = rows.remove(last);
            pivots.remove(last);
            long inverse = PrimeField.inverse(leaving[column]);
            for (long[] row : rows) {
                subtract(row, PrimeField.times(row[column], inverse), leaving);
            }
        }
    }

    /** Places of rows, by pivots in order. */
    private int[] placesInOrder() {
        return IntStream.of(order)
                .map(this::rowWithPivot)
                .filter(place -> place >= 0)
                .toArray();
    }

    /** The rows whose pivots are among the first columns, without the other columns. */
    Echelon upTo(int columns, int[] orderOfThese) {
        Echelon part = new Echelon(orderOfThese);
        for (int place = 0; place < rows.size(); place++) {
            if (pivots.get(place) < columns) {
                part.rows.add(Arrays.copyOf(rows.get(place), columns));
                part.pivots.add(pivots.get(place));
            }
        }
        return part;
    }

    /** What is left of a vector when the space is taken out of it: nothing but zeros when the vector belongs to it. */
    long[] reduce(long[] vector) {
        long[] rest = vector.clone();
        for (int row = 0; row < rows.size(); row++) {
            subtract(rest, rest[pivots.get(row)], rows.get(row));
        }
        return rest;
    }

    /** Whether the vector belongs to the space. */
    boolean contains(long[] vector) {
        return pivot(reduce(vector)) < 0;
    }

    int rank() {
        return rows.size();
    }

    /** A reduced row, not to be changed; rows stand in the order their vectors came. */
    long[] row(int place) {
        return rows.get(place);
    }

    /** The pivot column of a row. */
    int pivotOf(int place) {
        return pivots.get(place);
    }

    /** The place of the row with this pivot column; -1 where there is none. */
    int rowWithPivot(int column) {
        return pivots.indexOf(column);
    }

    /** The columns that are pivots. */
    BitSet pivots() {
        BitSet columns = new BitSet();
        pivots.forEach(columns::set);
        return columns;
    }

    /** The first column in order where the vector is not 0; -1 for the vector of zeros. */
    int pivot(long[] vector) {
        for (int column : order) {
            if (vector[column] != 0) {
                return column;
            }
        }
        return -1;
    }

    /** Columns 0, 1, 2 … in their own order. */
    static int[] inOrder(int columns) {
        int[] order = new int[columns];
        Arrays.setAll(order, column -> column);
        return order;
    }

    static void scale(long[] vector, long factor) {
        for (int column = 0; column < vector.length; column++) {
            vector[column] = vector[column] == 0 ? 0 : PrimeField.times(vector[column], factor);
        }
    }

    static void subtract(long[] vector, long factor, long[] row) {
        if (factor != 0) {
            for (int column = 0; column < vector.length; column++) {
                if (row[column] != 0) {
                    vector[column] = PrimeField.minus(vector[column], PrimeField.times(factor, row[column]));
                }
            }
        }
    }
}
