package org.evenkeel.spark.cell;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/**
 * Adds up one partition's pairs of scores to parts of links.
 *
 * <p>A row is: earlier profile, later profile, then for every scale the earlier and the later units.
 */
final class LinkFold implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;
    private static final int FIRST_SCALE = 2;

    private final String source;
    private final String earlier;
    private final String later;
    private final List<String> scales;

    LinkFold(String source, String earlier, String later, List<String> scales) {
        this.source = source;
        this.earlier = earlier;
        this.later = later;
        this.scales = List.copyOf(scales);
    }

    @Override
    public Iterator<Row> call(Iterator<Row> pairs) {
        Map<Integer, Map<Integer, PairSums[]>> sums = new TreeMap<>();
        while (pairs.hasNext()) {
            Row pair = pairs.next();
            PairSums[] ofProfiles = sums.computeIfAbsent(pair.getInt(0), from -> new TreeMap<>())
                    .computeIfAbsent(pair.getInt(1), to -> fresh());
            for (int i = 0; i < ofProfiles.length; i++) {
                int at = FIRST_SCALE + 2 * i;
                if (!pair.isNullAt(at) && !pair.isNullAt(at + 1)) {
                    ofProfiles[i].add(pair.getLong(at), pair.getLong(at + 1));
                }
            }
        }
        List<Row> parts = new ArrayList<>();
        sums.forEach((from, byLater) -> byLater.forEach((to, ofScales) -> {
            for (int i = 0; i < ofScales.length; i++) {
                if (ofScales[i].count > 0) {
                    parts.add(new CellRow(
                                    CellRow.Kind.LINKS,
                                    source,
                                    scales.get(i),
                                    later,
                                    to,
                                    earlier,
                                    from,
                                    ofScales[i].numbers())
                            .toRow());
                }
            }
        }));
        return parts.iterator();
    }

    private PairSums[] fresh() {
        return scales.stream().map(scale -> new PairSums()).toArray(PairSums[]::new);
    }

    private static final class PairSums {
        private final ExactSum sumEarlier = new ExactSum();
        private final ExactSum sumLater = new ExactSum();
        private final ExactSum squaresEarlier = new ExactSum();
        private final ExactSum squaresLater = new ExactSum();
        private final ExactSum products = new ExactSum();
        private long count;

        void add(long earlier, long later) {
            count++;
            sumEarlier.add(earlier);
            sumLater.add(later);
            squaresEarlier.addProduct(earlier, earlier);
            squaresLater.addProduct(later, later);
            products.addProduct(earlier, later);
        }

        List<BigInteger> numbers() {
            return List.of(
                    BigInteger.valueOf(count),
                    sumEarlier.total(),
                    sumLater.total(),
                    squaresEarlier.total(),
                    squaresLater.total(),
                    products.total());
        }
    }
}
