package org.evenkeel.spark.cell;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.evenkeel.core.cell.CellKey;
import org.evenkeel.core.cell.Cells;
import org.evenkeel.core.cell.Histogram;
import org.evenkeel.core.cell.ItemMoments;
import org.evenkeel.core.cell.LinkKey;
import org.evenkeel.core.cell.Links;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.cell.RespondentsKey;
import org.evenkeel.core.cell.TermPanels;
import org.evenkeel.core.instrument.ScaleId;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.TermId;

/** Cells as rows and back. Rows of the same cell are added up, so parts of cells may come in any order and number. */
final class CellRows {
    private static final Comparator<CellRow> ORDER = Comparator.comparing(CellRow::kind)
            .thenComparing(CellRow::source)
            .thenComparing(row -> String.valueOf(row.scale()))
            .thenComparing(CellRow::period)
            .thenComparing(CellRow::profile)
            .thenComparing(row -> String.valueOf(row.earlier()))
            .thenComparing(row -> row.earlierProfile() == null ? -1 : row.earlierProfile());

    private static final Pattern TERMS = Pattern.compile(" ");

    private CellRows() {}

    /** The cells that these rows make together. */
    static Cells cells(Collection<CellRow> rows) {
        Map<RespondentsKey, Long> respondents = new LinkedHashMap<>();
        Map<CellKey, Moments> moments = new LinkedHashMap<>();
        Map<CellKey, Histogram> histograms = new LinkedHashMap<>();
        Map<CellKey, ItemMoments> items = new LinkedHashMap<>();
        Map<LinkKey, Links> links = new LinkedHashMap<>();
        Map<CellKey, Moments> early = new LinkedHashMap<>();
        Map<CellKey, Moments> marked = new LinkedHashMap<>();
        Map<Measure, TermPanels> panels = new LinkedHashMap<>();
        for (CellRow row : rows) {
            List<BigInteger> numbers = row.numbers();
            switch (row.kind()) {
                case RESPONDENTS ->
                    respondents.merge(
                            new RespondentsKey(new SourceId(row.source()), Period.parse(row.period()), row.profile()),
                            numbers.get(0).longValueExact(),
                            Long::sum);
                case MOMENTS -> moments.merge(key(row), moments(numbers), Moments::plus);
                case EARLY -> early.merge(key(row), moments(numbers), Moments::plus);
                case MARKED -> marked.merge(key(row), moments(numbers), Moments::plus);
                case PANELS -> panels.merge(measure(row), panels(row), TermPanels::plus);
                case HISTOGRAM -> histograms.merge(key(row), histogram(numbers), Histogram::plus);
                case ITEMS -> items.merge(key(row), items(numbers), ItemMoments::plus);
                case LINKS ->
                    links.merge(
                            linkKey(row),
                            new Links(
                                    numbers.get(0).longValueExact(),
                                    numbers.get(1),
                                    numbers.get(2),
                                    numbers.get(3),
                                    numbers.get(4),
                                    numbers.get(5)),
                            Links::plus);
            }
        }
        return new Cells(respondents, moments, histograms, items, links, early, marked, panels);
    }

    /** One row per cell, in a total order. */
    static List<CellRow> rows(Cells cells) {
        List<CellRow> rows = new ArrayList<>();
        cells.respondents()
                .forEach((key, count) -> rows.add(new CellRow(
                        CellRow.Kind.RESPONDENTS,
                        key.source().value(),
                        null,
                        key.period().key(),
                        key.profile(),
                        null,
                        null,
                        List.of(BigInteger.valueOf(count)))));
        cells.moments().forEach((key, cell) -> rows.add(row(CellRow.Kind.MOMENTS, key, numbers(cell))));
        cells.early().forEach((key, cell) -> rows.add(row(CellRow.Kind.EARLY, key, numbers(cell))));
        cells.marked().forEach((key, cell) -> rows.add(row(CellRow.Kind.MARKED, key, numbers(cell))));
        cells.panels().forEach((measure, cell) -> rows.add(row(measure, cell)));
        cells.histograms().forEach((key, cell) -> rows.add(row(CellRow.Kind.HISTOGRAM, key, numbers(cell))));
        cells.items().forEach((key, cell) -> rows.add(row(CellRow.Kind.ITEMS, key, numbers(cell))));
        cells.links()
                .forEach((key, cell) -> rows.add(new CellRow(
                        CellRow.Kind.LINKS,
                        key.measure().source().value(),
                        key.measure().scale().value(),
                        key.later().value(),
                        key.laterProfile(),
                        key.earlier().value(),
                        key.earlierProfile(),
                        List.of(
                                BigInteger.valueOf(cell.count()),
                                cell.sumEarlier(),
                                cell.sumLater(),
                                cell.squaresEarlier(),
                                cell.squaresLater(),
                                cell.products()))));
        rows.sort(ORDER);
        return List.copyOf(rows);
    }

    private static CellRow row(CellRow.Kind kind, CellKey key, List<BigInteger> numbers) {
        return new CellRow(
                kind,
                key.measure().source().value(),
                key.measure().scale().value(),
                key.period().key(),
                key.profile(),
                null,
                null,
                numbers);
    }

    /** Panels as one row: they stand at their last term. */
    static CellRow row(Measure measure, TermPanels panels) {
        List<BigInteger> numbers = new ArrayList<>();
        panels.attendances().forEach((attended, sums) -> {
            numbers.add(BigInteger.valueOf(attended));
            numbers.add(BigInteger.valueOf(sums.people()));
            numbers.addAll(sums.sums());
            numbers.add(sums.squares());
            numbers.add(sums.squaredTotals());
        });
        List<TermId> terms = panels.terms();
        return new CellRow(
                CellRow.Kind.PANELS,
                measure.source().value(),
                measure.scale().value(),
                terms.get(terms.size() - 1).value(),
                CellRow.OF_ALL_PROFILES,
                terms.stream().map(TermId::value).collect(Collectors.joining(" ")),
                null,
                numbers);
    }

    private static TermPanels panels(CellRow row) {
        List<TermId> terms = TERMS.splitAsStream(requireNonNull(row.earlier()))
                .map(TermId::new)
                .toList();
        SortedMap<Long, TermPanels.Attendance> attendances = new TreeMap<>();
        List<BigInteger> numbers = row.numbers();
        int width = terms.size() + 4;
        for (int at = 0; at < numbers.size(); at += width) {
            attendances.put(
                    numbers.get(at).longValueExact(),
                    new TermPanels.Attendance(
                            numbers.get(at + 1).longValueExact(),
                            numbers.subList(at + 2, at + 2 + terms.size()),
                            numbers.get(at + width - 2),
                            numbers.get(at + width - 1)));
        }
        return new TermPanels(terms, attendances);
    }

    private static CellKey key(CellRow row) {
        return new CellKey(measure(row), Period.parse(row.period()), row.profile());
    }

    private static LinkKey linkKey(CellRow row) {
        return new LinkKey(
                measure(row),
                new TermId(requireNonNull(row.earlier())),
                new TermId(row.period()),
                requireNonNull(row.earlierProfile()),
                row.profile());
    }

    private static Measure measure(CellRow row) {
        return new Measure(new SourceId(row.source()), new ScaleId(requireNonNull(row.scale())));
    }

    private static Moments moments(List<BigInteger> numbers) {
        return new Moments(
                numbers.get(0).longValueExact(),
                numbers.get(1),
                numbers.get(2),
                numbers.get(3).longValueExact());
    }

    private static List<BigInteger> numbers(Moments cell) {
        return List.of(
                BigInteger.valueOf(cell.count()), cell.sum(), cell.sumOfSquares(), BigInteger.valueOf(cell.atRisk()));
    }

    private static List<BigInteger> numbers(Histogram histogram) {
        List<BigInteger> numbers = new ArrayList<>();
        histogram.counts().forEach((step, count) -> {
            numbers.add(BigInteger.valueOf(step));
            numbers.add(BigInteger.valueOf(count));
        });
        return numbers;
    }

    private static Histogram histogram(List<BigInteger> numbers) {
        SortedMap<Integer, Long> counts = new TreeMap<>();
        for (int i = 0; i < numbers.size(); i += 2) {
            counts.put(numbers.get(i).intValueExact(), numbers.get(i + 1).longValueExact());
        }
        return new Histogram(counts);
    }

    private static List<BigInteger> numbers(ItemMoments items) {
        List<BigInteger> numbers = new ArrayList<>();
        numbers.add(BigInteger.valueOf(items.count()));
        items.sums().forEach(sum -> numbers.add(BigInteger.valueOf(sum)));
        items.products().forEach(product -> numbers.add(BigInteger.valueOf(product)));
        return numbers;
    }

    private static ItemMoments items(List<BigInteger> numbers) {
        // 1 + k + k(k+1)/2 numbers stand for k items.
        int items = 0;
        while (1 + items + items * (items + 1) / 2 < numbers.size()) {
            items++;
        }
        List<Long> values =
                numbers.stream().skip(1).map(BigInteger::longValueExact).toList();
        return new ItemMoments(
                numbers.get(0).longValueExact(), values.subList(0, items), values.subList(items, values.size()));
    }
}
