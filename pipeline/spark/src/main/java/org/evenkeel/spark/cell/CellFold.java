package org.evenkeel.spark.cell;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.TermId;
import org.evenkeel.spark.table.WeekNumber;

/**
 * Adds up the scores of one partition to parts of cells, in one pass and without moving a row.
 *
 * <p>A row is: profile, week or nothing, whether it is early, the units of every scale, whether it is marked on every scale, then
 * for every scale with item products the points of its items.
 */
final class CellFold implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;
    private static final int EARLY = 2;
    private static final int FIRST_SCALE = 3;

    private final String source;
    private final TermId term;
    private final List<Measured> scales;

    CellFold(String source, TermId term, List<Measured> scales) {
        this.source = source;
        this.term = term;
        this.scales = List.copyOf(scales);
    }

    @Override
    public Iterator<Row> call(Iterator<Row> scores) {
        // Weeks of a term come before the term itself, whose week is -1; only the order of parts hangs on it.
        Map<Integer, Map<Integer, Group>> byWeek = new TreeMap<>();
        while (scores.hasNext()) {
            Row score = scores.next();
            int week = score.isNullAt(1) ? -1 : score.getInt(1);
            byWeek.computeIfAbsent(week, w -> new TreeMap<>())
                    .computeIfAbsent(score.getInt(0), profile -> new Group(scales))
                    .add(score);
        }
        List<Row> parts = new ArrayList<>();
        byWeek.forEach((week, groups) -> {
            String period = week < 0
                    ? Period.of(term).key()
                    : Period.of(term, WeekNumber.week(week)).key();
            groups.forEach(
                    (profile, group) -> group.parts(source, period, profile).forEach(part -> parts.add(part.toRow())));
        });
        return parts.iterator();
    }

    /** The respondents of one profile in one period. */
    private static final class Group {
        private final List<ScaleSums> sums = new ArrayList<>();
        private long respondents;

        Group(List<Measured> scales) {
            int firstItem = FIRST_SCALE + 2 * scales.size();
            for (int i = 0; i < scales.size(); i++) {
                sums.add(new ScaleSums(scales.get(i), FIRST_SCALE + i, FIRST_SCALE + scales.size() + i, firstItem));
                firstItem += scales.get(i).items();
            }
        }

        void add(Row score) {
            boolean scored = false;
            for (ScaleSums scale : sums) {
                scored |= scale.add(score);
            }
            respondents += scored ? 1 : 0;
        }

        List<CellRow> parts(String source, String period, int profile) {
            List<CellRow> parts = new ArrayList<>();
            if (respondents > 0) {
                parts.add(new CellRow(
                        CellRow.Kind.RESPONDENTS,
                        source,
                        null,
                        period,
                        profile,
                        null,
                        null,
                        List.of(BigInteger.valueOf(respondents))));
            }
            sums.forEach(scale -> scale.parts(source, period, profile, parts));
            return parts;
        }
    }

    /** What values add up to. */
    private static final class ValueSums {
        private final ExactSum sum = new ExactSum();
        private final ExactSum squares = new ExactSum();
        private long count;
        private long atRisk;

        void add(long units, long risk) {
            count++;
            sum.add(units);
            squares.addProduct(units, units);
            atRisk += risk;
        }

        List<BigInteger> numbers() {
            return List.of(BigInteger.valueOf(count), sum.total(), squares.total(), BigInteger.valueOf(atRisk));
        }
    }

    /** What the respondents of a group add up to on one scale. */
    private static final class ScaleSums {
        private final Measured scale;
        private final int unitsAt;
        private final int markedAt;
        private final int itemsAt;
        private final Map<Integer, Long> histogram = new TreeMap<>();
        private final ValueSums all = new ValueSums();
        private final ValueSums early = new ValueSums();
        private final ValueSums marked = new ValueSums();
        private final long[] points;
        private final long[] items;
        private long complete;

        ScaleSums(Measured scale, int unitsAt, int markedAt, int itemsAt) {
            this.scale = scale;
            this.unitsAt = unitsAt;
            this.markedAt = markedAt;
            this.itemsAt = itemsAt;
            this.points = new long[scale.items()];
            this.items = new long[scale.items() + scale.items() * (scale.items() + 1) / 2];
        }

        boolean add(Row score) {
            addItems(score);
            if (score.isNullAt(unitsAt)) {
                return false;
            }
            long units = score.getLong(unitsAt);
            long atRisk = scale.atRisk(units) ? 1 : 0;
            all.add(units, atRisk);
            if (score.getBoolean(EARLY)) {
                early.add(units, atRisk);
            }
            if (score.getBoolean(markedAt)) {
                marked.add(units, atRisk);
            }
            histogram.merge(scale.stepOf(units), 1L, Long::sum);
            return true;
        }

        private void addItems(Row score) {
            int size = points.length;
            for (int i = 0; i < size; i++) {
                if (score.isNullAt(itemsAt + i)) {
                    return;
                }
                points[i] = score.getLong(itemsAt + i);
            }
            complete++;
            int at = size;
            for (int i = 0; i < size; i++) {
                items[i] = Math.addExact(items[i], points[i]);
                for (int j = i; j < size; j++) {
                    items[at] = Math.addExact(items[at], points[i] * points[j]);
                    at++;
                }
            }
        }

        void parts(String source, String period, int profile, List<CellRow> parts) {
            if (all.count > 0) {
                add(parts, CellRow.Kind.MOMENTS, source, period, profile, all.numbers());
                List<BigInteger> steps = new ArrayList<>();
                histogram.forEach((step, people) -> {
                    steps.add(BigInteger.valueOf(step));
                    steps.add(BigInteger.valueOf(people));
                });
                add(parts, CellRow.Kind.HISTOGRAM, source, period, profile, steps);
            }
            if (early.count > 0) {
                add(parts, CellRow.Kind.EARLY, source, period, profile, early.numbers());
            }
            if (marked.count > 0) {
                add(parts, CellRow.Kind.MARKED, source, period, profile, marked.numbers());
            }
            if (points.length > 0 && complete > 0) {
                List<BigInteger> numbers = new ArrayList<>();
                numbers.add(BigInteger.valueOf(complete));
                for (long item : items) {
                    numbers.add(BigInteger.valueOf(item));
                }
                add(parts, CellRow.Kind.ITEMS, source, period, profile, numbers);
            }
        }

        private void add(
                List<CellRow> parts,
                CellRow.Kind kind,
                String source,
                String period,
                int profile,
                List<BigInteger> numbers) {
            parts.add(new CellRow(kind, source, scale.scale(), period, profile, null, null, numbers));
        }
    }
}
