package org.evenkeel.reports.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.evenkeel.sql.release.ReleaseBenchmark;
import org.evenkeel.sql.release.ReleaseMeasure;

/**
 * What a release says beyond its figures, as tables, beside the shown figures it rests on. Nothing stands here about a mean that
 * is not shown.
 *
 * @param measures the measures as the release declares them, in its order
 * @param standings where groups stand among those beside them
 * @param thresholds from which likelihoods and answers on the release's own flags are raised
 * @param bands how far means lie from references that stay
 * @param runs weeks beside what was to be expected of them
 * @param benchmarks values of others
 */
public record AnalysisTables(
        List<ReleaseMeasure> measures,
        List<Standing> standings,
        Thresholds thresholds,
        BandTable bands,
        List<WeekRun> runs,
        List<ReleaseBenchmark> benchmarks) {
    public AnalysisTables {
        measures = List.copyOf(measures);
        standings = List.copyOf(standings);
        runs = List.copyOf(runs);
        benchmarks = List.copyOf(benchmarks);
    }

    /** Which side of a scale is the worse one. */
    public enum WorseSide {
        HIGHER,
        LOWER
    }

    /**
     * A group among those beside it.
     *
     * @param measure the measure's title
     * @param worse which side is worse
     * @param cohort the group's name
     * @param grouping what divides the school into groups of its sort
     * @param groups how many groups are compared, this one included
     * @param mean the group's own mean
     * @param respondents how many answered
     * @param response the share of its students who answered, where it is known
     * @param average the average of the groups compared, where the release states it
     * @param pooled the mean, drawn towards that average
     * @param lower the lower end of its 95% interval
     * @param upper the upper end of its 95% interval
     * @param decimals digits after the decimal point that points are printed with
     * @param margin how many points worse than the average is materially worse
     * @param likelihood at least this many in 100 speak for materially worse
     * @param level the level the release gives it
     */
    public record Standing(
            String measure,
            WorseSide worse,
            String cohort,
            String grouping,
            int groups,
            Reading mean,
            Optional<Reading> respondents,
            Optional<Reading> response,
            Optional<BigDecimal> average,
            BigDecimal pooled,
            BigDecimal lower,
            BigDecimal upper,
            int decimals,
            BigDecimal margin,
            int likelihood,
            String level) {}

    /**
     * From where on flags are raised.
     *
     * @param amber this many in 100 for materially worse make a group amber
     * @param red this many make it red by its level alone; above 100 where no likelihood is enough
     * @param leastAnswered below this many percent of its students answering, nothing is said about a group
     */
    public record Thresholds(BigDecimal amber, BigDecimal red, BigDecimal leastAnswered) {}

    /**
     * Groups by measures, each cell a band.
     *
     * @param measures titles of the measures, one a column
     * @param rows the groups
     * @param references what the bands are counted from
     */
    public record BandTable(List<String> measures, List<BandRow> rows, List<Reference> references) {
        public BandTable {
            measures = List.copyOf(measures);
            rows = List.copyOf(rows);
            references = List.copyOf(references);
            for (BandRow row : rows) {
                Require.that(
                        row.cells().size() == measures.size(),
                        "A row of bands has one place per measure. Provided: %d places, %d measures",
                        row.cells().size(),
                        measures.size());
            }
        }
    }

    /**
     * The bands of one group.
     *
     * @param cohort the group's name
     * @param grouping what divides the school into groups of its sort; empty for the school
     * @param cells one place per measure
     */
    public record BandRow(String cohort, String grouping, List<BandCell> cells) {
        public BandRow {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One group on one measure.
     *
     * @param mean the mean, where there is such a figure
     * @param band -2 much better to 2 much worse; only beside a shown mean
     */
    public record BandCell(Optional<Reading> mean, Optional<Integer> band) {
        public BandCell {
            Require.that(
                    band.isEmpty() || mean.filter(Reading::isShown).isPresent(),
                    "A band stands beside a shown mean. Provided: %s",
                    mean.map(Reading::text).orElse("no mean"));
        }
    }

    /**
     * What the bands of a measure are counted from.
     *
     * @param measure the measure's title
     * @param reference in points
     * @param step what matters, in points
     * @param basis what the reference is, in words
     */
    public record Reference(String measure, BigDecimal reference, BigDecimal step, String basis) {}

    /**
     * The weeks of one group on one measure.
     *
     * @param measure the measure's title
     * @param direction which way its scale runs, in words
     * @param axis its value axis
     * @param cohort the group's name
     * @param school whether the group is the school as a whole
     * @param weeks the weeks in order
     */
    public record WeekRun(
            String measure, String direction, Axis axis, String cohort, boolean school, List<Week> weeks) {
        public WeekRun {
            weeks = List.copyOf(weeks);
        }

        /** The weeks that are not as usual. */
        public List<Week> unusual() {
            return weeks.stream().filter(Week::unusual).toList();
        }
    }

    /**
     * One week beside what was to be expected.
     *
     * @param label the week's first day
     * @param mean its mean
     * @param respondents how many answered
     * @param expected what was to be expected, in points
     * @param lower the lower end of what is usual, where there are weeks enough to say so
     * @param upper the upper end
     * @param decimals digits after the decimal point that points are printed with
     * @param phase what the week is to the chart, in words
     * @param unusual whether the week gives a signal
     */
    public record Week(
            String label,
            Reading mean,
            Optional<Reading> respondents,
            BigDecimal expected,
            Optional<BigDecimal> lower,
            Optional<BigDecimal> upper,
            int decimals,
            String phase,
            boolean unusual) {}
}
