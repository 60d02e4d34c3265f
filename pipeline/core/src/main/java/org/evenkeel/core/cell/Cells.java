package org.evenkeel.core.cell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.TermId;

/**
 * All cells of some periods, small enough for one machine whatever the number of rows they were made of.
 *
 * @param respondents respondents of a source, by profile
 * @param moments means, shares
 * @param histograms distributions
 * @param items reliability, term periods only
 * @param links change between two terms
 * @param early those who answered in the first half of a survey's responses of the term
 * @param marked those who answered every item of a scale alike although it asks in both directions, or gave an answer that cannot
 *     be one; surveys only
 * @param panels the answers of the same people in this term and all before
 */
public record Cells(
        Map<RespondentsKey, Long> respondents,
        Map<CellKey, Moments> moments,
        Map<CellKey, Histogram> histograms,
        Map<CellKey, ItemMoments> items,
        Map<LinkKey, Links> links,
        Map<CellKey, Moments> early,
        Map<CellKey, Moments> marked,
        Map<Measure, TermPanels> panels) {
    public Cells {
        respondents = Map.copyOf(respondents);
        moments = Map.copyOf(moments);
        histograms = Map.copyOf(histograms);
        items = Map.copyOf(items);
        links = Map.copyOf(links);
        early = Map.copyOf(early);
        marked = Map.copyOf(marked);
        panels = Map.copyOf(panels);
    }

    /** Cells without those that only the school as a whole is told of. */
    public Cells(
            Map<RespondentsKey, Long> respondents,
            Map<CellKey, Moments> moments,
            Map<CellKey, Histogram> histograms,
            Map<CellKey, ItemMoments> items,
            Map<LinkKey, Links> links) {
        this(respondents, moments, histograms, items, links, Map.of(), Map.of(), Map.of());
    }

    /** These cells with what ties them to earlier terms. */
    public Cells tied(Map<LinkKey, Links> toTheTermBefore, Map<Measure, TermPanels> toAllBefore) {
        return new Cells(respondents, moments, histograms, items, toTheTermBefore, early, marked, toAllBefore);
    }

    /** The source's respondents in the period who have one of these profiles. */
    public long respondents(SourceId source, Period period, Set<Integer> profiles) {
        return profiles.stream()
                .mapToLong(profile -> respondents.getOrDefault(new RespondentsKey(source, period, profile), 0L))
                .sum();
    }

    /** The summed moments of these profiles. */
    public Moments moments(Measure measure, Period period, Set<Integer> profiles) {
        return sum(moments, measure, period, profiles, Moments.EMPTY, Moments::plus);
    }

    /** The summed moments of those with these profiles who answered early. */
    public Moments early(Measure measure, Period period, Set<Integer> profiles) {
        return sum(early, measure, period, profiles, Moments.EMPTY, Moments::plus);
    }

    /** The summed moments of those with these profiles whose answers are marked. */
    public Moments marked(Measure measure, Period period, Set<Integer> profiles) {
        return sum(marked, measure, period, profiles, Moments.EMPTY, Moments::plus);
    }

    /** The summed histogram of these profiles. */
    public Histogram histogram(Measure measure, Period period, Set<Integer> profiles) {
        return sum(histograms, measure, period, profiles, Histogram.EMPTY, Histogram::plus);
    }

    /** The summed item moments of these profiles, for a scale of this many items. */
    public ItemMoments items(Measure measure, Period period, Set<Integer> profiles, int itemCount) {
        return sum(items, measure, period, profiles, ItemMoments.empty(itemCount), ItemMoments::plus);
    }

    /** The links from the earlier to the later profiles. */
    public Map<LinkKey, Links> links(
            Measure measure, TermId earlier, TermId later, Set<Integer> earlierProfiles, Set<Integer> laterProfiles) {
        Map<LinkKey, Links> found = new LinkedHashMap<>();
        for (int from : earlierProfiles) {
            for (int to : laterProfiles) {
                LinkKey key = new LinkKey(measure, earlier, later, from, to);
                Optional.ofNullable(links.get(key)).ifPresent(sums -> found.put(key, sums));
            }
        }
        return found;
    }

    private static <T> T sum(
            Map<CellKey, T> cells,
            Measure measure,
            Period period,
            Set<Integer> profiles,
            T nothing,
            BinaryOperator<T> plus) {
        return profiles.stream()
                .map(profile -> cells.getOrDefault(new CellKey(measure, period, profile), nothing))
                .reduce(nothing, plus);
    }
}
