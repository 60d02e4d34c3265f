package org.evenkeel.reports.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.evenkeel.reports.words.Words;

/**
 * Groups by measures, each place in an absolute band: how far its mean lies from a reference that stays from term to term. Never
 * by comparison with the other places, so that a good term is light all over.
 *
 * @param id the chart's number
 * @param title the finding
 * @param subtitle what is measured
 * @param alternative the message in words
 * @param measures titles of the columns
 * @param groups the rows by grouping, in the release's order
 * @param table the values with their figures
 */
public record HeatMap(
        String id,
        String title,
        String subtitle,
        String alternative,
        List<String> measures,
        List<Group> groups,
        DataTable table)
        implements ChartSpec {
    public HeatMap {
        measures = List.copyOf(measures);
        groups = List.copyOf(groups);
        for (Group group : groups) {
            for (Row row : group.rows()) {
                Require.that(
                        row.places().size() == measures.size(),
                        "A row has one place per measure. Provided: %d places, %d measures",
                        row.places().size(),
                        measures.size());
            }
        }
    }

    @Override
    public Axis axis() {
        return new Axis(BigDecimal.valueOf(-2), BigDecimal.valueOf(2), "bands");
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.heat(this);
    }

    /** The rows of the map, all groupings together. */
    public int rows() {
        return groups.stream().mapToInt(group -> group.rows().size()).sum();
    }

    /** Cohorts that divide the school by the same attributes. */
    public record Group(String name, List<Row> rows) {
        public Group {
            rows = List.copyOf(rows);
        }
    }

    /** A cohort and its place under each measure; empty where the release has no figure. */
    public record Row(String name, List<Optional<Place>> places) {
        public Row {
            places = List.copyOf(places);
        }
    }

    /**
     * One mean and its band.
     *
     * @param reading the mean, or the fact that it is withheld
     * @param band its band; none where nothing is shown or the measure has no reference
     */
    public record Place(Reading reading, Optional<Band> band) {
        public Place {
            Require.that(
                    band.isEmpty() || reading.isShown(),
                    "Only a shown figure lies in a band. Provided: figure %s, which is %s",
                    reading.id(),
                    reading.state());
        }
    }

    /** How far a mean lies from its reference, the best first. Each has a sign besides its colour. */
    public enum Band {
        MUCH_BETTER("model.band.much-better", "++"),
        BETTER("model.band.better", "+"),
        ABOUT("model.band.about", ""),
        WORSE("model.band.worse", "−"),
        MUCH_WORSE("model.band.much-worse", "−−");

        private final String key;
        private final String sign;

        Band(String key, String sign) {
            this.key = key;
            this.sign = sign;
        }

        /** The band that a release writes as this number, -2 much better to 2 much worse. */
        static Band of(int number) {
            return values()[number + 2];
        }

        /** The band in words. */
        public String said(Words words) {
            return words.text(key);
        }

        /** The sign beside the value; none where there is nothing to say. */
        public String sign() {
            return sign;
        }

        /** Whether the mean is worse than the reference by what matters. */
        public boolean isWorse() {
            return this == WORSE || this == MUCH_WORSE;
        }
    }
}
