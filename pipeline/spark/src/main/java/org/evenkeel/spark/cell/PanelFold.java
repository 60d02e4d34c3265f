package org.evenkeel.spark.cell;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.evenkeel.core.cell.TermPanels;
import org.evenkeel.core.instrument.ScaleId;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.TermId;

/**
 * Adds up the answers of one partition's people to parts of panels.
 *
 * <p>A row is one person: for every scale the units in every term, empty where there are none.
 */
final class PanelFold implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    private final String source;
    private final ArrayList<String> scales;
    private final ArrayList<TermId> terms;

    PanelFold(String source, List<String> scales, List<TermId> terms) {
        this.source = source;
        this.scales = new ArrayList<>(scales);
        this.terms = new ArrayList<>(terms);
    }

    @Override
    public Iterator<Row> call(Iterator<Row> people) {
        List<SortedMap<Long, Sums>> ofScales = new ArrayList<>();
        scales.forEach(scale -> ofScales.add(new TreeMap<>()));
        while (people.hasNext()) {
            Row person = people.next();
            for (int scale = 0; scale < ofScales.size(); scale++) {
                add(person, scale * terms.size(), ofScales.get(scale));
            }
        }
        List<Row> parts = new ArrayList<>();
        for (int scale = 0; scale < ofScales.size(); scale++) {
            if (!ofScales.get(scale).isEmpty()) {
                SortedMap<Long, TermPanels.Attendance> attendances = new TreeMap<>();
                ofScales.get(scale).forEach((attended, sums) -> attendances.put(attended, sums.attendance()));
                Measure measure = new Measure(new SourceId(source), new ScaleId(scales.get(scale)));
                parts.add(CellRows.row(measure, new TermPanels(terms, attendances))
                        .toRow());
            }
        }
        return parts.iterator();
    }

    private void add(Row person, int first, SortedMap<Long, Sums> sums) {
        long attended = 0;
        for (int term = 0; term < terms.size(); term++) {
            attended |= person.isNullAt(first + term) ? 0 : 1L << term;
        }
        if (attended != 0) {
            sums.computeIfAbsent(attended, any -> new Sums(terms.size())).add(person, first);
        }
    }

    /** What those who answered in the same terms add up to. */
    private static final class Sums {
        private final ExactSum[] ofTerms;
        private final ExactSum squares = new ExactSum();
        private final ExactSum squaredTotals = new ExactSum();
        private long people;

        Sums(int terms) {
            ofTerms = new ExactSum[terms];
            Arrays.setAll(ofTerms, term -> new ExactSum());
        }

        void add(Row person, int first) {
            people++;
            long total = 0;
            for (int term = 0; term < ofTerms.length; term++) {
                if (!person.isNullAt(first + term)) {
                    long units = person.getLong(first + term);
                    ofTerms[term].add(units);
                    squares.addProduct(units, units);
                    total = Math.addExact(total, units);
                }
            }
            squaredTotals.addProduct(total, total);
        }

        TermPanels.Attendance attendance() {
            List<BigInteger> sums = Arrays.stream(ofTerms).map(ExactSum::total).toList();
            return new TermPanels.Attendance(people, sums, squares.total(), squaredTotals.total());
        }
    }
}
