package org.evenkeel.core.statistics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.evenkeel.core.cell.Histogram;
import org.evenkeel.core.cell.ItemMoments;
import org.evenkeel.core.cell.LinkKey;
import org.evenkeel.core.cell.Links;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.cell.TermPanels;
import org.evenkeel.core.cohort.CohortPlan.PlannedCohort;
import org.evenkeel.core.instrument.Lattice;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.SourceId;

/**
 * Everything that is known of one group in one period from one source, as sums of cells: the source as a whole, or one of
 * its measures.
 *
 * @param source the source
 * @param period the term or week
 * @param cohort the group
 * @param respondents the source's respondents in the group
 * @param headcount students in the group, where it is known
 * @param population the headcount, where it may be used as the finite population
 * @param measured what a measure adds; absent for the source as a whole
 */
public record GroupData(
        SourceId source,
        Period period,
        PlannedCohort cohort,
        long respondents,
        OptionalLong headcount,
        OptionalLong population,
        Optional<Measured> measured) {
    /**
     * What one measure adds.
     *
     * @param measure the measure
     * @param scale its scoring rule
     * @param lattice the values a respondent can have in the period
     * @param moments sums over respondents with a value
     * @param items item sums over complete sheets, empty for weeks
     * @param earlier the same group in the term before
     * @param parts what sets some of its respondents apart from the others, of the school in a term
     * @param school what is known of the school as a whole and of no smaller group; absent for other groups and for weeks
     */
    public record Measured(
            Measure measure,
            Scale scale,
            Lattice lattice,
            Moments moments,
            ItemMoments items,
            Earlier earlier,
            SchoolParts parts,
            Optional<WholeSchool> school) {
        /** What a measure adds for a group that is not the school in a term. */
        public Measured(
                Measure measure, Scale scale, Lattice lattice, Moments moments, ItemMoments items, Earlier earlier) {
            this(measure, scale, lattice, moments, items, earlier, SchoolParts.NONE, Optional.empty());
        }

        private Measured withoutPairs() {
            return new Measured(measure, scale, lattice, moments, items, earlier.withoutPairs(), parts, school);
        }
    }

    /**
     * Sums over some of the school's respondents to a survey, which no other group is told of; or why there are none.
     *
     * @param early who answered in the first half of the term's responses
     * @param marked whose answers are all alike although the scale asks in both directions, or hold one that cannot be one
     * @param panels the answers of the same people in this term and all before
     * @param before how many were early, and how many marked, in the term before
     */
    public record SchoolParts(Fit<Moments> early, Fit<Moments> marked, Fit<TermPanels> panels, List<Long> before) {
        /** Nothing sets respondents apart. */
        public static final SchoolParts NONE = new SchoolParts(
                Fit.absent(Absence.NOT_APPLICABLE),
                Fit.absent(Absence.NOT_APPLICABLE),
                Fit.absent(Absence.NOT_APPLICABLE),
                List.of());

        public SchoolParts {
            before = List.copyOf(before);
        }
    }

    /**
     * What is known of the school as a whole in a term.
     *
     * @param histogram its respondents by score
     * @param turnover who came and who went since the term before; absent where respondents cannot be linked
     * @param earlierShare whether the share at risk of the term before was published
     */
    public record WholeSchool(Histogram histogram, Optional<Turnover> turnover, Earlier.Start earlierShare) {}

    /**
     * The group a change is measured from.
     *
     * @param absence why there is none
     * @param start whether its mean was published
     * @param moments sums over its respondents
     * @param pairs sums over those who answered both times, by the profiles they had
     * @param people headcounts, where both terms are a census of the same people
     * @param note whom the change follows, where that needs saying
     */
    public record Earlier(
            Optional<Absence> absence,
            Start start,
            Moments moments,
            Map<LinkKey, Links> pairs,
            Optional<Changes.SamePeople> people,
            Optional<Remark> note) {
        /** Whether the mean that a change is measured from was published. */
        public enum Start {
            SHOWN,
            HIDDEN
        }

        public Earlier {
            pairs = Map.copyOf(pairs);
        }

        /** There is nothing to compare with, for this reason. */
        public static Earlier none(Absence absence) {
            return new Earlier(
                    Optional.of(absence), Start.HIDDEN, Moments.EMPTY, Map.of(), Optional.empty(), Optional.empty());
        }

        /** The same where nobody is known to have answered both times. */
        Earlier withoutPairs() {
            return new Earlier(absence, start, moments, Map.of(), people, note);
        }

        /** Sums over those who answered both times. */
        public Links links() {
            return pairs.values().stream().reduce(Links.EMPTY, Links::plus);
        }
    }

    /** The same group where nobody is known to have answered both times. */
    public GroupData withoutPairs() {
        return new GroupData(
                source, period, cohort, respondents, headcount, population, measured.map(Measured::withoutPairs));
    }

    /** The same group as seen by the source as a whole. */
    public GroupData whole() {
        return new GroupData(source, period, cohort, respondents, headcount, population, Optional.empty());
    }

    /** Respondents an estimate of this group rests on: with a value of the measure, or of the source as a whole. */
    public long support() {
        return measured.map(m -> m.moments().count()).orElse(respondents);
    }
}
