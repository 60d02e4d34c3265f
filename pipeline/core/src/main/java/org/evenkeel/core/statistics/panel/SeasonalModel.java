package org.evenkeel.core.statistics.panel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.core.cell.Panels;
import org.evenkeel.core.instrument.Lattice;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Fit;

/**
 * Weekly values with the kind of week and the season taken out: cohorts, week types and a spline of the week of the year as
 * coefficients of a {@link RandomIntercept}. A cohort's adjusted mean is its level in an ordinary teaching week at the average season
 * of all answers. Exam weeks are adjusted for only after two exam periods; before that they are marked. In points.
 *
 * @param adjusted the adjusted mean of each cohort
 * @param effects how far each week type lies from teaching weeks
 * @param model the model they come from
 */
public record SeasonalModel(List<Contrast> adjusted, Map<WeekType, Contrast> effects, RandomIntercept model) {
    /** An exam coefficient needs this many exam periods. */
    public static final int FEWEST_EXAM_PERIODS = 2;

    /**
     * The regressors of weekly answers.
     *
     * @param cohorts how many cohorts there are
     * @param types the week types other than teaching that occur, in the order of their enum
     * @param season the spline, of no column where the season is left out
     */
    public record Design(int cohorts, List<WeekType> types, List<SeasonSpline> season) {
        public Design {
            types = List.copyOf(types);
            season = List.copyOf(season);
            Require.that(cohorts >= 1, "a design needs 1 cohort or more. Value given: %s", cohorts);
            Require.that(!types.contains(WeekType.TEACHING), "teaching weeks are the reference and take no column");
            Require.that(
                    types.stream().distinct().count() == types.size(),
                    "a week type takes one column. Value given: %s",
                    types);
            Require.that(season.size() <= 1, "a design has one season at most. Value given: %s", season.size());
        }

        /** How many regressors an answer has. */
        public int regressors() {
            return cohorts
                    + types.size()
                    + season.stream().mapToInt(SeasonSpline::columns).sum();
        }

        /** The regressors of one answer: the constant, later cohorts, week types, season. */
        public List<Long> regressors(int cohort, WeekType type, int weekOfYear) {
            Require.that(
                    cohort >= 0 && cohort < cohorts, "a cohort must be 0..%s. Value given: %s", cohorts - 1, cohort);
            Require.that(
                    type == WeekType.TEACHING || types.contains(type), "the design has no column for %s weeks", type);
            List<Long> regressors = new ArrayList<>();
            for (int place = 0; place < cohorts; place++) {
                regressors.add(place == 0 || place == cohort ? 1L : 0L);
            }
            for (WeekType other : types) {
                regressors.add(other == type ? 1L : 0L);
            }
            season.forEach(spline -> regressors.addAll(spline.at(weekOfYear)));
            return regressors;
        }
    }

    public SeasonalModel {
        adjusted = List.copyOf(adjusted);
        effects = Collections.unmodifiableMap(new EnumMap<>(effects));
    }

    /** Adjusts the panels of a design; absent with its reason, too, while exam weeks have come once only. */
    public static Fit<SeasonalModel> of(Panels panels, Design design, int examPeriods, Lattice lattice) {
        Require.that(
                panels.regressors() == design.regressors(),
                "the panels of this design need %s regressors. Value given: %s",
                design.regressors(),
                panels.regressors());
        if (design.types().contains(WeekType.EXAMS) && examPeriods < FEWEST_EXAM_PERIODS) {
            return Fit.absent(Absence.FEW_EXAM_PERIODS);
        }
        return RandomIntercept.of(panels, lattice).then(model -> {
            List<Contrast> adjusted = new ArrayList<>();
            for (int cohort = 0; cohort < design.cohorts(); cohort++) {
                adjusted.add(model.contrast(weights(panels, design, cohort)));
            }
            Map<WeekType, Contrast> effects = new EnumMap<>(WeekType.class);
            for (int i = 0; i < design.types().size(); i++) {
                effects.put(design.types().get(i), model.coefficient(design.cohorts() + i));
            }
            return Fit.of(new SeasonalModel(adjusted, effects, model));
        });
    }

    private static List<Double> weights(Panels panels, Design design, int cohort) {
        List<Double> weights = new ArrayList<>();
        double answers = panels.answers();
        int types = design.cohorts() + design.types().size();
        for (int place = 0; place < panels.regressors(); place++) {
            if (place < design.cohorts()) {
                weights.add(place == 0 || place == cohort ? 1.0 : 0.0);
            } else {
                weights.add(
                        place < types
                                ? 0.0
                                : panels.crossProducts()
                                                .get(panels.place(0, place))
                                                .doubleValue()
                                        / answers);
            }
        }
        return weights;
    }
}
